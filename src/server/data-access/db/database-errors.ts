import { RookeryError } from '../../../contract/errors/index.ts';

/** Runs a query; whatever the database refuses becomes our error, its cause kept for the log. */
export async function mapDbErrors<T>(query: () => Promise<T>): Promise<T> {
  try {
    return await query();
  } catch (cause) {
    if (cause instanceof RookeryError) throw cause;
    throw new RookeryError('unavailable', { cause });
  }
}
