import { type ErrorCode, errorTable } from '../contract/errors/error-table.ts';
import type { TextArguments } from '../texts/translator.ts';

/** An error that the server answered with. */
export interface ApiError {
  readonly code: ErrorCode;
  /** The input field concerned. */
  readonly field?: string;
  /** What was wrong and what would be right, in English. */
  readonly message: string;
  /** The same as a key and arguments, where it says more than the code; for programs with texts of their own. */
  readonly problem?: { readonly key: string; readonly args: TextArguments };
  readonly retryAfterSeconds?: number;
}

/** The server's error in an error thrown by a call; null when no answer arrived (the connection broke). */
export function apiErrorOf(error: unknown): ApiError | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('rookeryCode' in data)) return null;
  const code = data.rookeryCode;
  if (typeof code !== 'string' || !(code in errorTable)) return null;
  return {
    code: code as ErrorCode,
    message: error instanceof Error ? error.message : code,
    ...('problem' in data && isProblem(data.problem) && { problem: data.problem }),
    ...('field' in data && typeof data.field === 'string' && { field: data.field }),
    ...('retryAfterSeconds' in data &&
      typeof data.retryAfterSeconds === 'number' && { retryAfterSeconds: data.retryAfterSeconds }),
  };
}

const isProblem = (value: unknown): value is NonNullable<ApiError['problem']> =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'args' in value &&
  typeof value.args === 'object' &&
  value.args !== null;
