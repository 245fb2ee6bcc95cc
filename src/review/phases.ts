import type { Variant } from '../contract/game/index.ts';
import { setupOf } from '../rules/position.ts';

/** The parts of a game (AN-16). */
export type Phase = 'opening' | 'middlegame' | 'endgame';

/** Where a game's phases begin: the ply of the first position of each (0 is the start); null where there is none. */
export interface Division {
  readonly middlegamePly: number | null;
  readonly endgamePly: number | null;
}

type Board = ReturnType<typeof setupOf>['board'];

const MIDDLEGAME_PIECES = 10;
const ENDGAME_PIECES = 6;
const LEAST_FIRST_RANK = 4;
const MOST_MIXEDNESS = 150;

/** The variants without these phases: there a first rank or a few pieces say nothing about how far the game is. */
const undivided: ReadonlySet<Variant> = new Set([
  'crazyhouse',
  'antichess',
  'atomic',
  'horde',
  'racingKings',
]);

/**
 * Where the phases of a game begin (AN-16). A game that is an endgame as soon as it leaves the opening has no middlegame.
 * @param fens all positions, the start first
 * @returns null for a variant without phases
 * @throws RookeryError `bad_request` for a FEN that can't be read
 */
export function divisionOf(fens: readonly string[], variant: Variant): Division | null {
  if (undivided.has(variant)) return null;
  const boards = fens.map((fen) => setupOf(fen, variant).board);
  const left = boards.findIndex(hasLeftOpening);
  const endgame = left < 0 ? -1 : boards.findIndex(isEndgame);
  return {
    middlegamePly: left < 0 || left === endgame ? null : left,
    endgamePly: endgame < 0 ? null : endgame,
  };
}

/** The phase of the position after so many plies; a move belongs to the phase of the position that it was chosen in. */
export function phaseAt({ middlegamePly, endgamePly }: Division, ply: number): Phase {
  if (endgamePly !== null && ply >= endgamePly) return 'endgame';
  return middlegamePly !== null && ply >= middlegamePly ? 'middlegame' : 'opening';
}

const hasLeftOpening = (board: Board): boolean =>
  pieceCount(board) <= MIDDLEGAME_PIECES ||
  onRank(board, 'white', 0) < LEAST_FIRST_RANK ||
  onRank(board, 'black', 7) < LEAST_FIRST_RANK ||
  mixedness(board) > MOST_MIXEDNESS;

/** Few pieces have left the opening too, so no endgame begins before a middlegame could. */
const isEndgame = (board: Board): boolean => pieceCount(board) <= ENDGAME_PIECES;

/** The pieces of both sides besides kings and pawns. */
const pieceCount = ({ occupied, king, pawn }: Board): number =>
  occupied.size() - king.size() - pawn.size();

const filesAndRanks = [0, 1, 2, 3, 4, 5, 6, 7];

const onRank = (board: Board, side: 'white' | 'black', rank: number): number =>
  filesAndRanks.filter((file) => board[side].has(8 * rank + file)).length;

/** How much the men of both sides are mixed: the sum over all squares of 2×2 fields. */
function mixedness(board: Board): number {
  let sum = 0;
  for (let rank = 0; rank < 7; rank++) {
    for (let file = 0; file < 7; file++) {
      const corner = 8 * rank + file;
      const fields = [corner, corner + 1, corner + 8, corner + 9];
      const white = fields.filter((field) => board.white.has(field)).length;
      const black = fields.filter((field) => board.black.has(field)).length;
      // Black's view of the same fields is from the other end of the board.
      sum += white >= black ? mix(white, black, rank + 1) : mix(black, white, 7 - rank);
    }
  }
  return sum;
}

/**
 * What four fields count: more with more men, with men of both sides, and the further the stronger side's men have come.
 * The public server's figures, equal for both sides since its correction of June 2025.
 * @param more men of the side that has more there, or as many
 * @param height how far they are from that side's first rank: 1 to 7
 */
function mix(more: number, fewer: number, height: number): number {
  if (more === 0) return 0;
  if (fewer === 0) return ofOneSide(more, height);
  if (more === 1) return 5 + Math.abs(4 - height);
  return more === fewer ? 7 : more + height + 1;
}

function ofOneSide(men: number, height: number): number {
  if (men === 1) return 9 - height;
  if (men === 2) return height > 2 ? height : 0;
  return height > 1 ? height + 2 : 0;
}
