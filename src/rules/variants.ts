import type { Role, Rules } from 'chessops/types';
import type { Variant } from '../contract/game/index.ts';
import { variantName } from '../contract/game/variant-names.ts';

/** chessops' name for the rules of each variant; Chess960 is standard chess from another start. */
const rules: Readonly<Record<Variant, Rules>> = {
  standard: 'chess',
  chess960: 'chess',
  crazyhouse: 'crazyhouse',
  kingOfTheHill: 'kingofthehill',
  threeCheck: '3check',
  antichess: 'antichess',
  atomic: 'atomic',
  horde: 'horde',
  racingKings: 'racingkings',
};

/** Each variant's name within a sentence. */
export const variantNames: Readonly<Record<Variant, string>> = {
  ...variantName,
  standard: 'standard chess',
};

const ARRAY = 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR';
const USUAL = `${ARRAY} w KQkq - 0 1`;

const initialFens: Readonly<Record<Variant, string>> = {
  standard: USUAL,
  chess960: USUAL,
  crazyhouse: `${ARRAY}[] w KQkq - 0 1`,
  kingOfTheHill: USUAL,
  threeCheck: `${ARRAY} w KQkq - 3+3 0 1`,
  antichess: `${ARRAY} w - - 0 1`,
  atomic: USUAL,
  horde: 'rnbqkbnr/pppppppp/8/1PP2PP1/PPPPPPPP/PPPPPPPP/PPPPPPPP/PPPPPPPP w kq - 0 1',
  racingKings: '8/8/8/8/8/8/krbnNBRK/qrbnNBRQ w - - 0 1',
};

const usualPromotions: readonly Role[] = ['queen', 'rook', 'bishop', 'knight'];
const withKing: readonly Role[] = [...usualPromotions, 'king'];
const none: readonly Role[] = [];

export const rulesOf = (variant: Variant): Rules => rules[variant];

/** The default start of a game of `variant` (G-1); for Chess960 the standard position. */
export const initialFenOf = (variant: Variant): string => initialFens[variant];

/** The pieces that a pawn may promote to under these rules. */
export function promotionsOf(of: Rules): readonly Role[] {
  if (of === 'antichess') return withKing;
  return of === 'racingkings' ? none : usualPromotions;
}

/** The pieces that a pawn may promote to, most usual first: in Antichess also a king; Racing Kings has no pawns. */
export const promotionRoles = (variant: Variant): readonly Role[] => promotionsOf(rules[variant]);
