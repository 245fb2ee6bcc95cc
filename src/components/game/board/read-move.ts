import type { PlayedMove, Variant } from '../../../contract/game/index.ts';
import {
  isPromotion,
  legalDests,
  legalDrops,
  play,
  pocketRoles,
  promotionRoles,
  startRecord,
} from '../../../rules/index.ts';
import { dropOf, letterOf } from './letters.ts';

/** The meaning of a typed move in a position. `unknown`: unreadable or illegal. */
export type ReadMove =
  | { readonly type: 'move'; readonly uci: string }
  /** A pawn reaches its last rank, and the new piece was not named. */
  | { readonly type: 'promotion'; readonly from: string; readonly to: string }
  | { readonly type: 'ambiguous'; readonly options: readonly string[] }
  | { readonly type: 'unknown' };

/** A legal move and its spelling by squares. */
interface LegalMove extends PlayedMove {
  readonly spelled: string;
}

/**
 * Reads a typed move: UCI (`g1f3`, `e7e8q`, `N@f3`), or SAN with marks left out or added (`Nxf3!`, `ed5`), castling with
 * zeros, and a piece's letter in lower case where it is unambiguous.
 */
export function readMove(fen: string, typed: string, variant: Variant = 'standard'): ReadMove {
  const text = typed.trim();
  const legal = legalMoves(fen, variant);
  const uci = text.toLowerCase();
  const named = legal.find(({ spelled }) => spelled.toLowerCase() === uci);
  if (named) return { type: 'move', uci: named.uci };

  // Case matters only between the bishop and the b-pawn: an exact match goes before one without case.
  for (const form of [plain, (san: string) => plain(san).toLowerCase()]) {
    const fits = legal.filter(({ san }) => spellings(san).some((way) => form(way) === form(text)));
    const sans = [...new Set(fits.map(({ san }) => san))];
    if (fits[0] && sans.length === 1) return { type: 'move', uci: fits[0].uci };
    if (fits[0]) return { type: 'ambiguous', options: sans };
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

/** SAN with and without its disambiguation: a move typed without it is ambiguous, not unknown. */
const spellings = (san: string): string[] => [
  san,
  san.replace(/^([KQRBN])(?:[a-h][1-8]?|[1-8])(x?[a-h][1-8])/, '$1$2'),
];

function legalMoves(fen: string, variant: Variant): LegalMove[] {
  const record = startRecord(fen, variant);
  const found: LegalMove[] = [];
  const add = (spelled: string): void => {
    const move = play(record, spelled).moves[0];
    if (move) found.push({ ...move, spelled });
  };
  for (const [from, targets] of legalDests(fen, variant)) {
    for (const to of targets) {
      const roles = isPromotion(fen, from, to) ? promotionRoles(variant).map(letterOf) : [''];
      for (const letter of roles) add(from + to + letter);
    }
  }
  for (const role of pocketRoles) {
    for (const square of legalDrops(record, role)) add(dropOf(role, square));
  }
  return found;
}
