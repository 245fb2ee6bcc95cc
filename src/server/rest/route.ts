import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors/index.ts';
import type { Caller, Scope } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';

/** What a route is given: its checked input and who calls. */
export interface Call<Body, Query, Params> {
  readonly body: Body;
  readonly query: Query;
  /** The parts of the path that the route's `{name}`s stand for. */
  readonly params: Params;
  /** Resolved once for the request; null where a route is open or takes the admin token. */
  readonly caller: Caller | null;
  readonly authToken: string | null;
  readonly userAgent: string | undefined;
  /** Aborted when the client is gone. */
  readonly signal: AbortSignal;
}

/** JSON to send, chunks of it as they become ready, or values to send as lines of JSON (NDJSON), each at once. */
export type Answer =
  | { readonly json: unknown }
  | { readonly chunks: AsyncIterable<string> }
  | { readonly lines: AsyncIterable<unknown> };

/**
 * Who may call: anyone, who is signed in, a user with the role of an administrator, who has ADMIN_TOKEN (anyone in local
 * mode), or who has a token that was made for this.
 */
export type RouteAuth = 'none' | 'user' | 'adminRole' | 'adminToken' | { readonly scope: Scope };

/** How a group of routes words an error: `message` as in the design, `error` as bots expect it. */
export type ErrorShape = 'message' | 'error';

/** One REST endpoint: what answers, and what its documentation says. */
export interface Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Params extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With a `{name}` for each part of the path that is a parameter. */
  readonly path: string;
  /** The design's name of the flow, and the OpenAPI operationId. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  readonly auth: RouteAuth;
  /** `message` unless said. */
  readonly errorShape?: ErrorShape;
  /** Costs a password hash, so it counts against the stricter limit. */
  readonly hashes?: boolean;
  readonly body?: Body;
  readonly query?: Query;
  /** Required where the path has parameters. */
  readonly params?: Params;
  readonly response: z.ZodType;
  /** Whether the answer is `lines`, each as `response` says. */
  readonly streams?: boolean;
  readonly errors: readonly ErrorCode[];
  run(
    services: Services,
    call: Call<z.output<Body>, z.output<Query>, z.output<Params>>,
  ): Promise<Answer>;
}

/** Declares a route; its handler's types follow from its schemas. */
export const route = <Body extends z.ZodType, Query extends z.ZodType, Params extends z.ZodType>(
  declared: Route<Body, Query, Params>,
): Route => declared as unknown as Route;

/** The caller of a route whose `auth` lets nobody else in. @throws Error for a route that is declared otherwise */
export function callerOf({ caller }: Pick<Call<unknown, unknown, unknown>, 'caller'>): Caller {
  if (!caller) throw new Error('This route does not require a caller.');
  return caller;
}
