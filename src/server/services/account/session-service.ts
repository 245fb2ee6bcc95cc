import type { SessionSummary } from '../../../contract/account/account.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { authenticate } from './authenticate.ts';
import { type Caller, sessionCaller } from './caller.ts';
import { deviceOf } from './device.ts';

/** Sessions: found by token, listed and ended by their owner (PF-4). */
export class SessionService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly bus: Bus,
  ) {}

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

  /** The caller's sessions, the last used first. */
  async list({ username, tokenDigest }: Caller): Promise<SessionSummary[]> {
    const stored = await this.dataAccess.sessions.of(username);
    return stored.map(({ tokenDigest: sessionID, userAgent, createdAtMs, lastUsedAtMs }) => ({
      sessionID,
      ...deviceOf(userAgent),
      createdAtMs,
      lastUsedAtMs,
      current: sessionID === tokenDigest,
    }));
  }

  /** Ends one of the caller's sessions and its connections. @returns how many were ended: 0 for an unknown one */
  async end({ username }: Caller, sessionID: string): Promise<number> {
    const isEnded = await this.dataAccess.sessions.delete(username, sessionID);
    return isEnded ? this.#close([sessionID]) : 0;
  }

  /** Ends all sessions of the caller but the one of this call. @returns how many were ended */
  async endOthers({ username, tokenDigest }: Caller): Promise<number> {
    return this.#close(await this.dataAccess.sessions.deleteOthers(username, tokenDigest));
  }

  #close(tokenDigests: readonly string[]): number {
    for (const tokenDigest of tokenDigests) {
      this.bus.publish('sessions', { type: 'ended', tokenDigest });
    }
    return tokenDigests.length;
  }
}
