import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RookeryError } from '../../contract/errors.ts';
import type { Settings } from '../settings.ts';

/** How often one address, or one session, may ask. In local mode there is no limit (contract, Access). */
export interface Limits {
  /** @param caller an address, or what names a session @throws RookeryError `too_many_requests` */
  request(caller: string): Promise<void>;
  /** For registrations and logins, which cost a hash. @throws RookeryError `too_many_requests` */
  signIn(address: string): Promise<void>;
}

export function createLimits(mode: Settings['mode']): Limits {
  if (mode === 'local') return { request: async () => {}, signIn: async () => {} };
  const requests = new RateLimiterMemory({ points: 300, duration: 10 });
  const signIns = new RateLimiterMemory({ points: 20, duration: 60 });
  return {
    request: (caller) => consume(requests, caller),
    signIn: (address) => consume(signIns, address),
  };
}

async function consume(limiter: RateLimiterMemory, caller: string): Promise<void> {
  try {
    await limiter.consume(caller);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new RookeryError('too_many_requests', { retryAfterSeconds });
  }
}
