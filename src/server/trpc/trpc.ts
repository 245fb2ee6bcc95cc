import { initTRPC, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { z } from 'zod';
import { badRequest } from '../../contract/errors/bad-request.ts';
import { errorTable, isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import type { ErrorData } from '../../contract/procedures.ts';
import { requireAdminRole, requireScope, type Scope } from '../services/account/caller.ts';
import { type Context, counted } from './context.ts';
import { counting } from './subscriptions.ts';

/** The RookeryError within an error of tRPC. */
export function apiErrorOf(error: TRPCError): RookeryError {
  if (isRookeryError(error.cause)) return error.cause;
  if (error.cause instanceof z.ZodError && error.code === 'BAD_REQUEST') {
    return badRequest(error.cause);
  }
  const cause = error.cause ?? error;
  const status = getHTTPStatusCodeFromError(error);
  if (status === 500) return new RookeryError('internal', { cause });
  const ours = Object.entries(errorTable).find(([, entry]) => entry.trpc === error.code);
  if (ours) return new RookeryError(ours[0] as keyof typeof errorTable, { cause });
  // Errors of tRPC itself: an unknown content type, a truncated body.
  return new RookeryError(status < 500 ? 'bad_request' : 'internal', { cause });
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) {
    const apiError = apiErrorOf(error);
    const data: ErrorData = {
      rookeryCode: apiError.code,
      ...(apiError.field !== undefined && { field: apiError.field }),
      ...(apiError.problem && { problem: apiError.problem }),
      ...(apiError.retryAfterSeconds !== undefined && {
        retryAfterSeconds: apiError.retryAfterSeconds,
      }),
    };
    const { code, httpStatus, path } = shape.data;
    return { ...shape, message: apiError.message, data: { code, httpStatus, path, ...data } };
  },
});

/** A RookeryError as tRPC's, with the right HTTP status. */
export const trpcErrorOf = (cause: RookeryError) =>
  new TRPCError({ code: errorTable[cause.code].trpc, message: cause.message, cause });

/** Translates our errors to tRPC's before any procedure runs: while the caller is resolved. */
export async function translating<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw isRookeryError(error) ? trpcErrorOf(error) : error;
  }
}

export const { router, createCallerFactory } = t;

const admit = (context: Context) => translating(context.limits.request(counted(context)));

/** Translates our errors in the result of a procedure. */
function translated<R extends { ok: boolean }>(result: R): R {
  const cause = 'error' in result && result.error instanceof TRPCError && result.error.cause;
  if (isRookeryError(cause)) throw trpcErrorOf(cause);
  return result;
}

// One middleware each: tRPC copies the call and its context for every middleware.

/** Anyone may call. */
export const open = t.procedure.use(async ({ ctx, type, next }) => {
  await admit(ctx);
  if (type === 'subscription')
    return translating(counting(ctx, async () => translated(await next())));
  return translated(await next());
});

/** Signed-in users may call; `ctx.caller` and `ctx.username` identify them. */
export const signedIn = t.procedure.use(async ({ ctx, type, next }) => {
  await admit(ctx);
  const { caller } = ctx;
  if (!caller) throw trpcErrorOf(new RookeryError('unauthorized'));
  const { username } = caller;
  const call = async () => translated(await next({ ctx: { caller, username } }));
  return type === 'subscription' ? translating(counting(ctx, call)) : call();
});

/** Only administrators may call. */
export const adminOnly = signedIn.use(({ ctx, next }) => {
  checked(() => requireAdminRole(ctx.caller));
  return next();
});

/** Tokens with this scope may call; a session has all scopes. @internal for now: bots are to use it */
export const scoped = (scope: Scope) =>
  signedIn.use(({ ctx, next }) => {
    checked(() => requireScope(ctx.caller, scope));
    return next();
  });

/** Runs a check in a middleware; its error gets tRPC's code. */
function checked(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw isRookeryError(error) ? trpcErrorOf(error) : error;
  }
}
