import type { DataAccess } from '../../data-access/data-access.ts';
import type { Auth } from '../../data-access/db/records.ts';
import { authenticate } from './authenticate.ts';

/** Who a token belongs to. */
export class SessionService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** Null for a token that opens nothing. */
  find(authToken: string): Promise<Auth | null> {
    return this.dataAccess.getAuth(authToken);
  }

  /** @returns those of these sessions that have not ended */
  open(tokenDigests: readonly string[]): Promise<ReadonlySet<string>> {
    return this.dataAccess.getOpenSessions(tokenDigests);
  }

  /** @throws RookeryError `unauthorized` */
  require(authToken: string | null): Promise<Auth> {
    return authenticate(this.dataAccess, authToken);
  }
}
