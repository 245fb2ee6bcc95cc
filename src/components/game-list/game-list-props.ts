import type { GameSummary } from '../../contract/game/index.ts';

export interface GameListProps {
  readonly games: readonly GameSummary[];
  /** The reader; null for a visitor who is not signed in. */
  readonly username: string | null;
}
