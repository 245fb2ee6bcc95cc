export { ChallengeBadge } from './challenge-badge.tsx';
export { MyGamesKeeper } from './my-games-keeper.tsx';
export { WaitingCount } from './waiting-count.tsx';
