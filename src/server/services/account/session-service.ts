import type { DataAccess } from '../../data-access/data-access.ts';
import { authenticate } from './authenticate.ts';
import { type Caller, sessionCaller } from './caller.ts';

/** Finds sessions by token. */
export class SessionService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** Null for a token without a session. */
  async find(authToken: string): Promise<Caller | null> {
    const auth = await this.dataAccess.getAuth(authToken);
    return auth && sessionCaller(auth);
  }

  /** @returns the sessions that have not ended */
  open(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
    return this.dataAccess.getOpenSessions(tokenDigests);
  }

  /** @throws RookeryError `unauthorized` */
  require(authToken: string | null): Promise<Caller> {
    return authenticate(this.dataAccess, authToken);
  }
}
