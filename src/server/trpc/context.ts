import type { Limits } from '../http-kit/limits.ts';
import type { Caller } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';

/** What the procedures work with, the same for every call. */
export interface ApiParts {
  readonly services: Services;
  readonly limits: Limits;
}

/** One call, or one connection with all its calls. */
export interface CallParts {
  readonly authToken: string | null;
  /** Who calls; null for a visitor. */
  readonly caller: Caller | null;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Puts the session's token into a cookie, or takes it out; null where the transport can't (WebSocket). */
  readonly setCookie: ((authToken: string | null) => void) | null;
  /** The measured round trip of the connection, in ms; 0 where none is measured (C-5). */
  readonly lagMs: () => number;
  /** Once it is closed: whether the connection broke, rather than being closed by the client (E-6). */
  readonly wasLost: () => boolean;
  /** Counts what the connection subscribes to; null where each call has a connection of its own. */
  readonly subscriptions: { count: number } | null;
}

/** For a caller of whom nothing is known of the way: over HTTP, or from a page. */
export const noConnection = { lagMs: () => 0, wasLost: () => false, subscriptions: null };

export type Context = ApiParts & CallParts;

/** By what a caller's calls are counted: each session for itself, so that a club behind one address does not share a limit. */
export const counted = ({ caller, address }: CallParts): string => caller?.tokenDigest ?? address;
