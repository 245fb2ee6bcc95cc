import type { GameSummary } from '../../contract/game/index.ts';

/** What is known of one user's games; of another's nothing. */
export interface Known {
  readonly username: string | null;
  readonly games: readonly GameSummary[];
}
