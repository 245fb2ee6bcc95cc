import type { z } from 'zod';
import type { ErrorCode } from '../../contract/errors/index.ts';
import type { Services } from '../services/services.ts';

/** What a route is given: its checked input and who calls. */
export interface Call<Body, Query> {
  readonly body: Body;
  readonly query: Query;
  readonly authToken: string | null;
  readonly userAgent: string | undefined;
}

/** JSON to send, or the pieces of it as they become ready. */
export type Answer = { readonly json: unknown } | { readonly pieces: AsyncIterable<string> };

/** One REST endpoint: what answers, and what its documentation says. */
export interface Route<Body extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** The design's name of the flow, and the OpenAPI operationId. */
  readonly operation: string;
  readonly summary: string;
  readonly description?: string;
  readonly auth: 'none' | 'token' | 'admin';
  /** Costs a password hash, so it counts against the stricter limit. */
  readonly hashes?: boolean;
  readonly body?: Body;
  readonly query?: Query;
  readonly response: z.ZodType;
  readonly errors: readonly ErrorCode[];
  run(services: Services, call: Call<z.output<Body>, z.output<Query>>): Promise<Answer>;
}

/** Declares a route; its handler's types follow from its schemas. */
export const route = <Body extends z.ZodType, Query extends z.ZodType>(
  declared: Route<Body, Query>,
): Route => declared as unknown as Route;
