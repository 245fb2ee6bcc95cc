import type { Color, GameView } from '../../../contract/game/index.ts';
import { checkedKing, fenOf, replay } from '../../../rules/index.ts';

/** A position of a game as the board shows it. */
export interface Shown {
  /** The number of plies before it. */
  readonly ply: number;
  readonly fen: string;
  /** The move before it, in UCI; null at the start. */
  readonly lastMove: string | null;
  /** The side in check; null for none. */
  readonly check: Color | null;
}

type Played = Pick<GameView, 'initialFen' | 'fen' | 'moves' | 'setup'>;

/** The current position, which needs no replay. */
export function livePosition({ fen, moves, setup }: Played): Shown {
  return {
    ply: moves.length,
    fen,
    lastMove: moves.at(-1)?.uci ?? null,
    check: checkedKing(fen, setup.variant),
  };
}

/** The position after `ply` plies, replayed from the start: some microseconds per move. */
export function pastPosition({ initialFen, moves, setup }: Played, ply: number): Shown {
  const record = replay(initialFen, moves.slice(0, ply), setup.variant);
  const fen = fenOf(record);
  return {
    ply,
    fen,
    lastMove: record.moves.at(-1)?.uci ?? null,
    check: checkedKing(fen, setup.variant),
  };
}
