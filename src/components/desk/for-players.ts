export { ChallengeBadge } from './challenge-badge.tsx';
export { DeskKeeper } from './desk-keeper.tsx';
export { WaitingCount } from './waiting-count.tsx';
