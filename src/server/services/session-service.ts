import type { Auth, DataAccess } from '../data-access/data-access.ts';
import { authenticate } from './authenticate.ts';

/** Who a token belongs to. */
export class SessionService {
  constructor(private readonly dataAccess: DataAccess) {}

  /** Null for a token that opens nothing. */
  find(authToken: string): Promise<Auth | null> {
    return this.dataAccess.getAuth(authToken);
  }

  /** @throws RookeryError `unauthorized` */
  require(authToken: string | null): Promise<Auth> {
    return authenticate(this.dataAccess, authToken);
  }
}
