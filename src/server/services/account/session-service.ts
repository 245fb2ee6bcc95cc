import type { DataAccess } from '../../data-access/data-access.ts';
import { authenticate } from './authenticate.ts';
import { type Caller, sessionCaller } from './caller.ts';

/** Who a token belongs to. */
export class SessionService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** Null for a token that opens nothing. */
  async find(authToken: string): Promise<Caller | null> {
    const auth = await this.dataAccess.getAuth(authToken);
    return auth && sessionCaller(auth);
  }

  /** @returns those of these sessions that have not ended */
  open(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
    return this.dataAccess.getOpenSessions(tokenDigests);
  }

  /** @throws RookeryError `unauthorized` */
  require(authToken: string | null): Promise<Caller> {
    return authenticate(this.dataAccess, authToken);
  }
}
