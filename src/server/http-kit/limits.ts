import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RookeryError } from '../../contract/errors/index.ts';
import type { Settings } from '../base/settings.ts';

/** Rate limits per address or session. In local mode there are none (contract, Access). */
export interface Limits {
  /** @param caller an address or a session's digest @throws RookeryError `too_many_requests` */
  request(caller: string): Promise<void>;
  /** For registrations and logins, which hash a password. @throws RookeryError `too_many_requests` */
  signIn(address: string): Promise<void>;
  /** Counts an open WebSocket. @returns a function to call when it closes @throws RookeryError `too_many_requests` */
  connection(address: string): () => void;
}

/** The limit of open WebSockets per address; enough for a club behind one address. */
const MOST_CONNECTIONS = 500;

/** For local mode. */
export const noLimits: Limits = {
  request: async () => {},
  signIn: async () => {},
  connection: () => () => {},
};

/** Calls per caller (`points`) in a window (`duration`, in seconds). */
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
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new RookeryError('too_many_requests', { retryAfterSeconds });
  }
}
