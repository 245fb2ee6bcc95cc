import { errorsText } from '../../generated/texts/errors.ts';
import { type ErrorCode, errorTable } from './error-table.ts';
import { type Problem, problemText } from './problems.ts';

export { type ErrorCode, errorTable } from './error-table.ts';

/** The details of an error besides its code. */
export interface ErrorDetails {
  /** The input field concerned, by its name on the wire. */
  readonly field?: string;
  /** What was wrong and what would be right. */
  readonly problem?: Problem;
  /** When to try again, in whole seconds (429). */
  readonly retryAfterSeconds?: number;
  /** What caused it, for the log only. */
  readonly cause?: unknown;
}

/** An expected failure. Services throw this and nothing else; the transports translate it by {@link errorTable}. */
export class RookeryError extends Error {
  override readonly name = 'RookeryError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.problem ? problemText(details.problem) : errorsText(code), {
      cause: details.cause,
    });
    this.code = code;
    this.field = details.field;
    this.problem = details.problem;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** The error's text in REST and `/ws`: `Error: already taken`, `Error: bad request (gameName: …)`. */
  get wireMessage(): string {
    const { reason } = errorTable[this.code];
    const where = [this.field, this.problem && problemText(this.problem)]
      .filter(Boolean)
      .join(': ');
    return where ? `Error: ${reason} (${where})` : `Error: ${reason}`;
  }
}

/** Whether `error` is a RookeryError of any copy of this module (Next bundles modules more than once). */
export function isRookeryError(error: unknown): error is RookeryError {
  return error instanceof Error && error.name === 'RookeryError' && 'code' in error;
}
