import type { GameSummary } from '../../contract/game/index.ts';

export interface GameListProps {
  readonly games: readonly GameSummary[];
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}
