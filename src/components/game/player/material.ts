import type { Color } from '../../../contract/game/index.ts';
import { placement, type Role } from '../../board/placement.ts';

/** One piece more than the other side has of its kind; `nth` distinguishes equal ones. */
interface ExtraPiece {
  readonly role: Role;
  readonly nth: number;
}

/** One side's material advantage. */
export interface Material {
  /** The pieces that this side has more of. */
  readonly surplus: readonly ExtraPiece[];
  /** The lead in pawns; 0 for the side that doesn't lead. */
  readonly lead: number;
}

const values: readonly (readonly [Role, number])[] = [
  ['queen', 9],
  ['rook', 5],
  ['bishop', 3],
  ['knight', 3],
  ['pawn', 1],
];

/** The material balance of a position, for both sides. */
export function materialOf(fen: string): Readonly<Record<Color, Material>> {
  const pieces = placement(fen);
  const white: ExtraPiece[] = [];
  const black: ExtraPiece[] = [];
  let lead = 0;
  for (const [role, value] of values) {
    const of = (color: Color) => pieces.filter((p) => p.role === role && p.color === color).length;
    const difference = of('white') - of('black');
    lead += difference * value;
    const side = difference > 0 ? white : black;
    for (let nth = 1; nth <= Math.abs(difference); nth++) side.push({ role, nth });
  }
  return {
    white: { surplus: white, lead: Math.max(0, lead) },
    black: { surplus: black, lead: Math.max(0, -lead) },
  };
}
