import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import { type Caller, sessionCaller } from './caller.ts';

/**
 * Who calls with a token.
 * @throws RookeryError `unauthorized` for a missing, unknown, expired or logged-out token. The database is asked also
 * when no token was sent: if it can't be reached, that is the answer whatever was sent (R-ERR-2).
 */
export async function authenticate(
  dataAccess: Pick<DataAccess, 'getAuth'>,
  authToken: string | null,
): Promise<Caller> {
  const auth = await dataAccess.getAuth(authToken ?? '');
  if (!auth) throw new RookeryError('unauthorized');
  return sessionCaller(auth);
}
