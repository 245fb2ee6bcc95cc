import type { Board } from 'chessops/board';
import { ROLES } from 'chessops/types';
import { parseSquare } from 'chessops/util';
import type { GameRecord } from './record.ts';

/** The fewest plies after which a position can recur. */
export const PERIOD = 4;
const THREEFOLD = 3;

/** The piece on each square as a number; 0 for none. */
function squares(board: Board): Uint8Array {
  const codes = new Uint8Array(64);
  ROLES.forEach((role, index) => {
    for (const square of board[role]) {
      codes[square] = index + 1 + (board.white.has(square) ? ROLES.length : 0);
    }
  });
  return codes;
}

/**
 * How often the current position has occurred, this time included (E-2). Undoes the last moves one by one and counts when
 * the board is the same again: exact, without a key for every position. Within the reversible moves castling rights don't
 * change and nothing is captured, promoted or castled, so only the squares of the pieces need comparing. In Crazyhouse,
 * where captures may be undone, the stored positions are compared.
 */
export function repetitionCount(record: GameRecord): number {
  const { keys, moves, position, reversiblePlies } = record;
  if (reversiblePlies < PERIOD) return 1;
  if (keys.length > 0) return keys.filter((key) => key === keys.at(-1)).length;
  const present = squares(position.board);
  const past = present.slice();
  let differing = 0;
  const put = (square: number, code: number): void => {
    const was = past[square] !== present[square] ? 1 : 0;
    past[square] = code;
    differing += (code !== present[square] ? 1 : 0) - was;
  };
  let count = 1;
  for (let back = 1; back <= reversiblePlies; back++) {
    const uci = moves[moves.length - back]?.uci ?? '';
    const from = parseSquare(uci.slice(0, 2));
    const to = parseSquare(uci.slice(2, 4));
    if (from === undefined || to === undefined) break;
    put(from, past[to] ?? 0);
    put(to, 0);
    // An odd number of plies back the other side was to move.
    if (back % 2 === 0 && differing === 0) count++;
  }
  return count;
}

/** Whether the player to move may claim a draw because the position has occurred three times (E-2). */
export function canClaimThreefold(record: GameRecord): boolean {
  return record.reversiblePlies >= (THREEFOLD - 1) * PERIOD && repetitionCount(record) >= THREEFOLD;
}
