import type { Limits } from '../http-kit/limits.ts';
import type { Caller } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';

/** The dependencies of the procedures, the same for every call. */
export interface ApiParts {
  readonly services: Services;
  readonly limits: Limits;
}

/** The context of one call over HTTP, or of one connection with all its calls. */
export interface CallParts {
  readonly authToken: string | null;
  /** Null for a visitor. */
  readonly caller: Caller | null;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Sets or deletes the session cookie; null where the transport can't (WebSocket). */
  readonly setCookie: ((authToken: string | null) => void) | null;
  /** The measured round trip of the connection, in ms; 0 if it is not measured (C-5). */
  readonly lagMs: () => number;
  /** After the close: whether the connection broke, rather than being closed by the client (E-6). */
  readonly wasLost: () => boolean;
  /** Counts the connection's subscriptions; null where each call has its own connection. */
  readonly subscriptions: { count: number } | null;
}

/** For callers without a connection: over HTTP, or from a page. */
export const noConnection = { lagMs: () => 0, wasLost: () => false, subscriptions: null };

export type Context = ApiParts & CallParts;

/** The key of a caller's rate limit: per session, so that users behind one address don't share a limit. */
export const counted = ({ caller, address }: CallParts): string => caller?.tokenDigest ?? address;
