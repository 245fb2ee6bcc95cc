import { timeRuns, turnOf } from '../../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { fenOf, play, startRecord } from '../../../rules/index.ts';

/**
 * A move of the reader whose event has not arrived yet. `sending`: not answered so far; `interrupted`: the connection
 * broke before the answer, and the move is sent again once it is back. That is safe: the same ply and move are accepted
 * once (T-2).
 */
export interface PendingMove {
  readonly state: 'sending' | 'interrupted';
  /** Plies played before it. */
  readonly ply: number;
  /** The last event seen before it. */
  readonly lastEvent: number;
  readonly uci: string;
  readonly san: string;
  /** The position after it. */
  readonly fen: string;
  /** Chosen before the opponent's move came (G-6). */
  readonly premove: boolean;
  /** The number of its event; null before the answer. */
  readonly number: number | null;
  /** When it was sent, by the server's clock; null while that clock is unknown. */
  readonly sentAtMs: number | null;
}

/**
 * A pending move.
 * @throws RookeryError `illegal_move`
 */
export function pendingMove(
  { fen, moves, setup, lastEvent }: GameView,
  uci: string,
  how: Pick<PendingMove, 'premove' | 'sentAtMs'>,
): PendingMove {
  const after = play(startRecord(fen, setup.variant), uci);
  const played = after.moves[0] ?? { uci, san: uci };
  return {
    state: 'sending',
    number: null,
    ...how,
    ply: moves.length,
    lastEvent,
    ...played,
    fen: fenOf(after),
  };
}

/** Whether the move is still pending. It is not if its event has arrived, even if it was taken back since. */
export const isOpen = ({ ply, number }: PendingMove, game: GameView): boolean =>
  game.moves.length === ply &&
  game.status !== 'finished' &&
  (number === null || game.lastEvent < number);

/** The game with the pending move made: the player's clock stands, the opponent's runs. */
export function withPending(game: GameView, pending: PendingMove): GameView {
  const { uci, san, fen } = pending;
  return { ...game, ...clocksWith(game, pending), fen, moves: [...game.moves, { uci, san }] };
}

/** The clocks as the server will set them if the move reaches it at once (C-4). */
function clocksWith(
  { clocks, setup, turnBeganAtMs, moves, fen, status }: GameView,
  { sentAtMs, premove }: PendingMove,
): Partial<Pick<GameView, 'clocks' | 'turnBeganAtMs'>> {
  const { timeControl } = setup;
  if (status !== 'playing' || turnBeganAtMs === null || sentAtMs === null) return {};
  const began = { turnBeganAtMs: Math.max(sentAtMs, turnBeganAtMs) };
  if (clocks === null || timeControl.type !== 'clock' || !timeRuns(timeControl, moves.length)) {
    return began;
  }
  const spentMs = premove ? 0 : began.turnBeganAtMs - turnBeganAtMs;
  const key = keyOf(turnOf(fen));
  const leftMs = Math.max(0, clocks[key] - spentMs) + timeControl.incrementMs;
  return { ...began, clocks: { ...clocks, [key]: Math.round(leftMs) } };
}

const keyOf = (color: Color) => (color === 'white' ? 'whiteMs' : 'blackMs');
