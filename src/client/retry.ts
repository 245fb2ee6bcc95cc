import { retryLink } from '@trpc/client';
import type { AppRouter } from '../contract/procedures.ts';
import { refusalOf } from './refusal.ts';

/** Asking twice does no harm here: a move names the ply that it answers (T-2). */
const repeatable = new Set(['game.move']);

/** How often a call that got no answer is made again. */
const ATTEMPTS = 20;

/**
 * Makes a call again when the connection broke before its answer came: queries, and moves, which may be repeated.
 * A refusal by the server is never repeated.
 */
export const retryUnanswered = () =>
  retryLink<AppRouter>({
    retry: ({ op, error, attempts }) =>
      refusalOf(error) === null &&
      (op.type === 'query' || repeatable.has(op.path)) &&
      attempts <= ATTEMPTS,
    retryDelayMs: (attempt) => Math.min(100 * 2 ** attempt, 3000),
  });
