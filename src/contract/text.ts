import { z } from 'zod';

/** Text on one line: no control characters (PostgreSQL can't store NUL at all, and the others have no place in a name). */
export const plainText = z.string().regex(/^\P{Cc}*$/u, 'must not hold control characters');
