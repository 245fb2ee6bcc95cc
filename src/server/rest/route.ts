import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors/index.ts';
import type { Caller, Scope } from '../services/account/caller.ts';
import type { Services } from '../services/services.ts';

/** The checked input of a route, and its caller. */
export interface Call<Body, Query, Params> {
  readonly body: Body;
  readonly query: Query;
  /** The values of the path's `{name}` parameters. */
  readonly params: Params;
  /** Resolved once for the request; null when the route is open or takes the admin token. */
  readonly caller: Caller | null;
  readonly authToken: string | null;
  readonly userAgent: string | undefined;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
}

/** JSON to send, JSON in chunks as they become ready, or values to send as lines of JSON (NDJSON), each at once. */
export type Answer =
  | { readonly json: unknown }
  | { readonly chunks: AsyncIterable<string> }
  | { readonly lines: AsyncIterable<unknown> };

/**
 * Who may call: anyone, signed-in users, users with the role of an administrator, holders of ADMIN_TOKEN (anyone in local
 * mode), or holders of a token with this scope.
 */
export type RouteAuth = 'none' | 'user' | 'adminRole' | 'adminToken' | { readonly scope: Scope };

/** The field of an error's text: `message` as in the design, `error` as bots expect it. */
export type ErrorShape = 'message' | 'error';

/** One REST endpoint: its handler and its documentation. */
export interface Route<
  Body extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Params extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With a `{name}` for each parameter. */
  readonly path: string;
  /** The design's name of the flow, and the OpenAPI operationId. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  readonly auth: RouteAuth;
  /** By default `message`. */
  readonly errorShape?: ErrorShape;
  /** Whether it hashes a password: then the stricter limit counts. */
  readonly hashes?: boolean;
  readonly body?: Body;
  readonly query?: Query;
  /** Required when the path has parameters. */
  readonly params?: Params;
  readonly response: z.ZodType;
  /** Whether the answer is `lines`, each of the schema `response`. */
  readonly streams?: boolean;
  readonly errors: readonly ErrorCode[];
  run(
    services: Services,
    call: Call<z.output<Body>, z.output<Query>, z.output<Params>>,
  ): Promise<Answer>;
}

/** Declares a route; the types of its handler follow from its schemas. */
export const route = <Body extends z.ZodType, Query extends z.ZodType, Params extends z.ZodType>(
  declared: Route<Body, Query, Params>,
): Route => declared as unknown as Route;

/** The caller of a route whose `auth` requires one. @throws Error for other routes */
export function callerOf({ caller }: Pick<Call<unknown, unknown, unknown>, 'caller'>): Caller {
  if (!caller) throw new Error('This route does not require a caller.');
  return caller;
}
