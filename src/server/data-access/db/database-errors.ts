import { ZodError } from 'zod';
import { RookeryError } from '../../../contract/errors/index.ts';

/**
 * Runs a query, and wraps its error with the cause for the log: `internal` for a row that can't be parsed, otherwise
 * `unavailable`.
 * @throws RookeryError `unavailable`, `internal`
 */
export async function mapDbErrors<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    if (cause instanceof RookeryError) throw cause;
    const unreadable = cause instanceof ZodError || cause instanceof SyntaxError;
    throw new RookeryError(unreadable ? 'internal' : 'unavailable', { cause });
  }
}
