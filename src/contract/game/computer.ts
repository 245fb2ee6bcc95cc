// Without schemas: pages import this, and would otherwise load the schema library.
import type { Variant } from './basics.ts';
import { variants } from './kinds.ts';

/** The computer's levels: 1, for beginners, to 8. */
export const COMPUTER_LEVELS = 8;

/** The variants of the bundled engine: all. Another engine may know fewer. */
export const COMPUTER_VARIANTS: readonly Variant[] = variants;

const NAME = /^computer-level-([1-8])$/i;

/** The user that plays for the computer at a level; it can't sign in. */
export const computerName = (level: number): string => `Computer-level-${level}`;

export const computerNames: readonly string[] = Array.from(
  { length: COMPUTER_LEVELS },
  (_, index) => computerName(index + 1),
);

/** The computer's level; null for a person. Such names, in any case, are reserved. */
export function levelOf(username: string): number | null {
  const level = NAME.exec(username)?.[1];
  return level === undefined ? null : Number(level);
}
