import type { z } from 'zod';
import { RookeryError } from './index.ts';

/** The refusal that a failed check becomes: the first field that is wrong, and what would be right (R-ERR-2). */
export function badRequest(error: z.ZodError): RookeryError {
  const issue = error.issues[0];
  const field = issue?.path.join('.');
  const missing = issue?.code === 'invalid_type' && /received undefined$/.test(issue.message);
  const detail = missing ? 'is missing' : (issue?.message ?? 'is not in the right form');
  return new RookeryError('bad_request', { ...(field && { field }), detail });
}
