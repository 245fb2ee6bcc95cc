export { ChallengeBadge } from './challenge-badge.tsx';
export { DeskKeeper } from './my-games-keeper.tsx';
export { WaitingCount } from './waiting-count.tsx';
