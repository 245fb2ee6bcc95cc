import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RookeryError } from '../../contract/errors/index.ts';
import type { Settings } from '../base/settings.ts';

/** Rate limits per address or session. Local mode has none (contract, Access). */
export interface Limits {
  /** @param caller an address, or the key of a session @throws RookeryError `too_many_requests` */
  request(caller: string): Promise<void>;
  /** For registrations and logins, which cost a hash. @throws RookeryError `too_many_requests` */
  signIn(address: string): Promise<void>;
  /** Counts a WebSocket. @returns a function that uncounts it @throws RookeryError `too_many_requests` */
  connection(address: string): () => void;
}

/** The most open WebSockets per address: enough for a whole club behind one. */
const MOST_CONNECTIONS = 500;

/** For local mode. */
export const noLimits: Limits = {
  request: async () => {},
  signIn: async () => {},
  connection: () => () => {},
};

/** How many calls a caller may make in how many seconds. */
const publicRates = {
  request: { points: 300, duration: 10 },
  signIn: { points: 20, duration: 60 },
};

export function createLimits(mode: Settings['mode'], rates = publicRates): Limits {
  if (mode === 'local') return noLimits;
  const requests = new RateLimiterMemory(rates.request);
  const signIns = new RateLimiterMemory(rates.signIn);
  return {
    request: (caller) => consume(requests, caller),
    signIn: (address) => consume(signIns, address),
    connection: countedBy(new Map()),
  };
}

const countedBy = (open: Map<string, number>) => (address: string) => {
  const count = (open.get(address) ?? 0) + 1;
  if (count > MOST_CONNECTIONS)
    throw new RookeryError('too_many_requests', { retryAfterSeconds: 10 });
  open.set(address, count);
  return () => {
    const left = (open.get(address) ?? 1) - 1;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  };
};

async function consume(limiter: RateLimiterMemory, caller: string): Promise<void> {
  try {
    await limiter.consume(caller);
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    const retryAfterSeconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
    throw new RookeryError('too_many_requests', { retryAfterSeconds });
  }
}
