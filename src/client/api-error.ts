import { type ErrorCode, errorTable } from '../contract/errors/index.ts';

/** Why the server refused a call. */
export interface ApiError {
  readonly code: ErrorCode;
  /** The input field concerned. */
  readonly field?: string;
  /** A sentence for a person. */
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

/** The server's refusal in an error thrown by a call; null when no answer came at all (the connection broke). */
export function apiErrorOf(error: unknown): ApiError | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('rookeryCode' in data)) return null;
  const code = data.rookeryCode;
  if (typeof code !== 'string' || !(code in errorTable)) return null;
  return {
    code: code as ErrorCode,
    message: error instanceof Error ? error.message : errorTable[code as ErrorCode].words,
    ...('field' in data && typeof data.field === 'string' && { field: data.field }),
    ...('retryAfterSeconds' in data &&
      typeof data.retryAfterSeconds === 'number' && { retryAfterSeconds: data.retryAfterSeconds }),
  };
}
