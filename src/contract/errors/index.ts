import { playErrors } from './play-errors.ts';
import { requestErrors } from './request-errors.ts';

/**
 * Every refusal that Rookery makes, once: the code that programs read, the HTTP status and tRPC code that carry it, and
 * the words that people read. The doors look errors up here; nothing else maps an error to a status (R-ERR-1, R-ERR-2).
 */
export const errorTable = { ...requestErrors, ...playErrors } as const;

export type ErrorCode = keyof typeof errorTable;

/** What accompanies a refusal besides its code. */
export interface ErrorDetails {
  /** The input field concerned, by its name on the wire. */
  readonly field?: string;
  /** What was wrong and what would be right, for a person. */
  readonly detail?: string;
  /** When to try again, in whole seconds (429). */
  readonly retryAfterSeconds?: number;
  /** What caused it, for the log only. */
  readonly cause?: unknown;
}

/** An expected failure. Services throw this and nothing else; the doors translate it by {@link errorTable}. */
export class RookeryError extends Error {
  override readonly name = 'RookeryError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? errorTable[code].words, { cause: details.cause });
    this.code = code;
    this.field = details.field;
    this.detail = details.detail;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  /** The refusal as REST and `/ws` word it: `Error: already taken`, `Error: bad request (gameName: …)`. */
  get wireMessage(): string {
    const { reason } = errorTable[this.code];
    const where = [this.field, this.detail].filter(Boolean).join(': ');
    return where ? `Error: ${reason} (${where})` : `Error: ${reason}`;
  }
}

/** Whether `error` is ours, whichever copy of this module made it (Next bundles modules more than once). */
export function isRookeryError(error: unknown): error is RookeryError {
  return error instanceof Error && error.name === 'RookeryError' && 'code' in error;
}
