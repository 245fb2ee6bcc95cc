import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { authenticate } from './authenticate.ts';
import type { Caller } from './caller.ts';

/** Flow 3: ends one session and its live connections (R-LOGOUT-1). */
export class LogoutService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly bus: Bus,
  ) {}

  /** @throws RookeryError `unauthorized`, also for the second logout of one token */
  async logout(authToken: string | null): Promise<void> {
    await this.end(await authenticate(this.dataAccess, authToken), authToken ?? '');
  }

  /** Like `logout`, for an authenticated caller. */
  async end({ tokenDigest }: Caller, authToken: string): Promise<void> {
    const ended = await this.dataAccess.deleteAuth(authToken);
    if (!ended) throw new RookeryError('unauthorized');
    this.bus.publish('sessions', { type: 'ended', tokenDigest });
  }
}
