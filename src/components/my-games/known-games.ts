import type { GameSummary } from '../../contract/game/index.ts';

/** The unfinished games of one user. */
export interface Known {
  readonly username: string | null;
  readonly games: readonly GameSummary[];
}
