import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { type Caller, sessionCaller } from './caller.ts';

/**
 * The caller that a token identifies.
 * @throws RookeryError `unauthorized` for a missing, unknown, expired or logged-out token. The database is queried even
 * without a token, so that an outage gives the same error for every request (R-ERR-2).
 */
export async function authenticate(
  dataAccess: Pick<DataAccess, 'getAuth'>,
  authToken: string | null,
): Promise<Caller> {
  const auth = await dataAccess.getAuth(authToken ?? '');
  if (!auth) throw new RookeryError('unauthorized');
  return sessionCaller(auth);
}
