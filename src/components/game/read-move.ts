import type { PlayedMove } from '../../contract/game.ts';
import { isPromotion, legalDests, play, startRecord } from '../../rules/index.ts';

/** What a typed move means in a position. `unknown` covers what can't be read and what isn't legal. */
export type ReadMove =
  | { readonly type: 'move'; readonly uci: string }
  /** A pawn reaches its last rank, and the new piece was not named. */
  | { readonly type: 'promotion'; readonly from: string; readonly to: string }
  | { readonly type: 'ambiguous'; readonly options: readonly string[] }
  | { readonly type: 'unknown' };

/**
 * Reads a move typed by a person: UCI (`g1f3`, `e7e8q`) or SAN with its usual slips: marks left out or added (`Nxf3!`,
 * `ed5`), castling with zeros, a piece's letter in lower case where nothing else can be meant.
 */
export function readMove(fen: string, typed: string): ReadMove {
  const text = typed.trim();
  const legal = legalMoves(fen);
  const uci = text.toLowerCase();
  if (legal.some((move) => move.uci === uci)) return { type: 'move', uci };

  // A capital matters only between the bishop and the b-pawn: as typed goes before any case.
  for (const form of [plain, (san: string) => plain(san).toLowerCase()]) {
    const fits = legal.filter(({ san }) => spellings(san).some((way) => form(way) === form(text)));
    const [first, ...others] = fits;
    if (first && others.length === 0) return { type: 'move', uci: first.uci };
    if (first) return { type: 'ambiguous', options: fits.map((move) => move.san) };
  }
  const promoting = legal.find(
    ({ uci: whole, san }) =>
      whole.length === 5 && [plain(san).slice(0, -1), whole.slice(0, 4)].includes(plain(text)),
  );
  if (!promoting) return { type: 'unknown' };
  return { type: 'promotion', from: promoting.uci.slice(0, 2), to: promoting.uci.slice(2, 4) };
}

/** SAN without the marks that people forget: `Nxf3+` is `Nf3`, `e8=Q` is `e8Q`, `0-0` is `OO`. */
const plain = (san: string): string => san.replaceAll(/[x:+#=!?.\s-]/g, '').replaceAll('0', 'O');

/** SAN, and SAN without what tells two like pieces apart: to leave that out is ambiguous, not unknown. */
const spellings = (san: string): string[] => [
  san,
  san.replace(/^([QRBN])(?:[a-h][1-8]?|[1-8])(x?[a-h][1-8])/, '$1$2'),
];

function legalMoves(fen: string): PlayedMove[] {
  const record = startRecord(fen);
  const found = new Map<string, PlayedMove>();
  for (const [from, targets] of legalDests(fen)) {
    for (const to of targets) {
      const pieces = isPromotion(fen, from, to) ? [...'qrbn'] : [''];
      for (const piece of pieces) {
        const move = play(record, from + to + piece).moves[0];
        if (move) found.set(move.uci, move);
      }
    }
  }
  return [...found.values()];
}
