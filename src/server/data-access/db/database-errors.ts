import { ZodError } from 'zod';
import { RookeryError } from '../../../contract/errors/index.ts';

/**
 * Runs a query; whatever the database refuses becomes our error, its cause kept for the log. A row that holds what can't be
 * is no fault of the connection.
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
