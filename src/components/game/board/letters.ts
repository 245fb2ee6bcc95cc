import type { PocketRole } from '../../../rules/index.ts';
import type { Role } from '../../board/placement.ts';

const letters = { pawn: 'p', knight: 'n', bishop: 'b', rook: 'r', queen: 'q', king: 'k' } as const;

/** The letter of a piece in UCI: `n`. */
export const letterOf = (role: Role): string => letters[role];

/** The piece of a letter in either case; undefined for anything else. */
export function roleOfLetter(letter: string): Role | undefined {
  const found = Object.entries(letters).find(([, known]) => known === letter.toLowerCase());
  return found?.[0] as Role | undefined;
}

/** A drop in UCI: `N@f3`. */
export const dropOf = (role: PocketRole, square: string): string =>
  `${letterOf(role).toUpperCase()}@${square}`;
