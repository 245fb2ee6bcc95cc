import type { ErrorEntry } from './error-entry.ts';

/** Refusals that have nothing to do with chess: of requests, sessions and names, and what the server itself can't do. */
export const requestErrors = {
  bad_request: {
    http: 400,
    trpc: 'BAD_REQUEST',
    reason: 'bad request',
    words: 'Something in the request is missing or not in the right form.',
  },
  unauthorized: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
    words: 'Please sign in first.',
  },
  wrong_credentials: {
    http: 401,
    trpc: 'UNAUTHORIZED',
    reason: 'unauthorized',
    words: 'The username or the password is wrong.',
  },
  already_taken: {
    http: 403,
    trpc: 'CONFLICT',
    reason: 'already taken',
    words: 'Somebody else was quicker: this is already taken.',
  },
  forbidden: {
    http: 403,
    trpc: 'FORBIDDEN',
    reason: 'forbidden',
    words: 'This is not allowed from here.',
  },
  not_found: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
    words: 'Not found.',
  },
  unknown_game: {
    http: 400,
    trpc: 'NOT_FOUND',
    reason: 'bad request',
    words: 'This game does not exist.',
  },
  unknown_user: {
    http: 404,
    trpc: 'NOT_FOUND',
    reason: 'not found',
    words: 'No such user.',
  },
  method_not_allowed: {
    http: 405,
    trpc: 'METHOD_NOT_SUPPORTED',
    reason: 'method not allowed',
    words: 'Method not allowed.',
  },
  too_large: {
    http: 413,
    trpc: 'PAYLOAD_TOO_LARGE',
    reason: 'request too large',
    words: 'That is more than the server accepts at once (64 KiB).',
  },
  unsupported_encoding: {
    http: 415,
    trpc: 'BAD_REQUEST',
    reason: 'unsupported content encoding',
    words: 'Send the body as it is, or compressed by gzip, deflate or br.',
  },
  too_many_requests: {
    http: 429,
    trpc: 'TOO_MANY_REQUESTS',
    reason: 'too many requests',
    words: 'That was a little too fast. Please wait a moment and try again.',
  },
  unavailable: {
    http: 500,
    trpc: 'SERVICE_UNAVAILABLE',
    reason: "the database can't be reached",
    words: 'The server can’t reach its database. Please try again in a moment.',
  },
  internal: {
    http: 500,
    trpc: 'INTERNAL_SERVER_ERROR',
    reason: 'internal error',
    words: 'Something went wrong on the server. It has been written to its log.',
  },
} as const satisfies Record<string, ErrorEntry>;
