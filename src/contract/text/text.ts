import { z } from 'zod';

/**
 * Text on one line: no control characters (PostgreSQL can't store NUL at all, and the others have no place in a name), and no
 * halves of surrogate pairs, which no encoding has: what was stored would not be what was sent.
 */
export const plainText = z
  .string()
  .regex(/^\P{Cc}*$/u, 'must not hold control characters')
  .regex(/^\P{Cs}*$/u, 'must not hold half a character (an unpaired surrogate)');
