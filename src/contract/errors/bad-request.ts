import type { z } from 'zod';
import { RookeryError } from './index.ts';
import { isProblemKey, type Problem, problem } from './problems.ts';

/** The error that a failed check becomes: the first field that is wrong, and what would be right (R-ERR-2). */
export function badRequest(error: z.ZodError): RookeryError {
  const issue = error.issues[0];
  const field = issue?.path.join('.');
  return new RookeryError('bad_request', {
    ...(field && { field }),
    problem: issue ? problemOf(issue) : problem('input.invalidForm'),
  });
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === 'invalid_type' && /received undefined$/.test(issue.message)) {
    return problem('input.missing');
  }
  if (!isProblemKey(issue.message)) return problem('input.invalid', { reason: issue.message });
  return {
    key: issue.message,
    args: {
      ...('minimum' in issue && { minimum: Number(issue.minimum) }),
      ...('maximum' in issue && { maximum: Number(issue.maximum) }),
      ...('values' in issue && { values: issue.values.map(String).join(', ') }),
    },
  };
}
