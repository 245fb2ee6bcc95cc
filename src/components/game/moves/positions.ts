import type { Color, GameView } from '../../../contract/game/index.ts';
import { checkedKing, fenOf, replay } from '../../../rules/index.ts';

/** A position of a game as the board shows it. */
export interface Shown {
  /** Plies played to reach it. */
  readonly ply: number;
  readonly fen: string;
  /** The move that led to it, in UCI; null at the start. */
  readonly lastMove: string | null;
  /** Whose king is in check. */
  readonly check: Color | null;
}

type Played = Pick<GameView, 'initialFen' | 'fen' | 'moves' | 'setup'>;

/** The position that the game has reached: no move needs to be replayed for it. */
export function livePosition({ fen, moves, setup }: Played): Shown {
  return {
    ply: moves.length,
    fen,
    lastMove: moves.at(-1)?.uci ?? null,
    check: checkedKing(fen, setup.variant),
  };
}

/** The position after `ply` plies, replayed from the beginning: some microseconds a move. */
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
