import { z } from 'zod';
import { wrong } from '../errors/problems.ts';

/**
 * Text on one line: no control characters (PostgreSQL can't store NUL, and the others don't belong in a name), and no
 * unpaired surrogates, which UTF-8 can't encode: the stored text would differ from the sent one.
 */
export const plainText = z
  .string()
  .regex(/^\P{Cc}*$/u, wrong('input.controlCharacters'))
  .regex(/^\P{Cs}*$/u, wrong('input.halfCharacter'));
