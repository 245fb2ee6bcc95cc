import { z } from 'zod';
import { wrong } from '../errors/problems.ts';

/**
 * Text on one line: no control characters (PostgreSQL can't store NUL at all, and the others have no place in a name), and no
 * halves of surrogate pairs, which no encoding has: what was stored would not be what was sent.
 */
export const plainText = z
  .string()
  .regex(/^\P{Cc}*$/u, wrong('input.controlCharacters'))
  .regex(/^\P{Cs}*$/u, wrong('input.halfCharacter'));
