import type { ErrorEntry } from './error-entry.ts';

/** Errors outside of chess: of requests, sessions, names, and the server itself. */
export const requestErrors = {
  bad_request: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'bad request',
  },
  unauthorized: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
  },
  wrong_credentials: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
  },
  already_taken: {
    http: 403,
    trpc: 'CONFLICT',
    reason: 'already taken',
  },
  forbidden: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'forbidden',
  },
  not_found: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
  },
  unknown_game: {
    http: 400,
    trpc: 'NOT_FOUND',
    reason: 'bad request',
  },
  unknown_user: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
  },
  method_not_allowed: {
    http: 405,
    trpc: 'METHOD_NOT_SUPPORTED',
    reason: 'method not allowed',
  },
  too_large: {
    http: 413,
    trpc: 'PAYLOAD_TOO_LARGE',
    reason: 'request too large',
  },
  unsupported_encoding: {
    http: 415,
    trpc: 'BAD_REQUEST',
    reason: 'unsupported content encoding',
  },
  too_many_requests: {
    http: 429,
    trpc: 'TOO_MANY_REQUESTS',
    reason: 'too many requests',
  },
  unavailable: {
    http: 500,
    trpc: 'SERVICE_UNAVAILABLE',
    reason: "the database can't be reached",
  },
  internal: {
    http: 500,
    trpc: 'INTERNAL_SERVER_ERROR',
    reason: 'internal error',
  },
} as const satisfies Record<string, ErrorEntry>;
