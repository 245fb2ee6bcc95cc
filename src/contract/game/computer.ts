import { z } from 'zod';
import { type Variant, variant } from './basics.ts';

/** The computer's levels: 1, for beginners, to 8. */
export const COMPUTER_LEVELS = 8;

/** The variants of the bundled engine: all. Another engine may know fewer. */
export const COMPUTER_VARIANTS: readonly Variant[] = variant.options;

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

/** Whether the computer can play now, and which variants; or why it can't. */
export const computerAvailability = z.discriminatedUnion('available', [
  z.object({ available: z.literal(true), variants: z.array(variant) }),
  z.object({ available: z.literal(false), reason: z.enum(['failing', 'busy', 'off', 'none']) }),
]);
export type ComputerAvailability = z.infer<typeof computerAvailability>;
