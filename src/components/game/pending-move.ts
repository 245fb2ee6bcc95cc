import type { GameView } from '../../contract/game.ts';
import { fenOf, play, startRecord } from '../../rules/index.ts';

/**
 * A move made here that the server has not told everyone of yet. `sending`: asked, no answer so far; `interrupted`: the
 * connection broke before the answer, and the move is sent again as soon as it is back. Safe: the same ply and move
 * are accepted once (T-2).
 */
export interface PendingMove {
  readonly state: 'sending' | 'interrupted';
  /** Plies played when it was chosen. */
  readonly ply: number;
  readonly uci: string;
  readonly san: string;
  /** The position after it. */
  readonly fen: string;
}

/**
 * The move as it will be once accepted.
 * @throws RookeryError `illegal_move`
 */
export function pendingMove({ fen, moves }: GameView, uci: string): PendingMove {
  const after = play(startRecord(fen), uci);
  const played = after.moves[0] ?? { uci, san: uci };
  return { state: 'sending', ply: moves.length, ...played, fen: fenOf(after) };
}

/** Whether a move is still to be told, or the game has passed it. */
export const isOpen = (pending: PendingMove, game: GameView): boolean =>
  game.moves.length === pending.ply && game.status !== 'finished';

/** The game as it looks with the move already made. */
export function withPending(game: GameView, { uci, san, fen }: PendingMove): GameView {
  return { ...game, fen, moves: [...game.moves, { uci, san }] };
}
