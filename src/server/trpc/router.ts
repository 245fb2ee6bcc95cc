import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { type AppRouter, procedures } from '../../contract/procedures.ts';
import { accountRouter } from './account-router.ts';
import { authRouter } from './auth-router.ts';
import { chatRouter, relationProcedures } from './chat-router.ts';
import { gameRouter } from './game-router.ts';
import { lobbyRouter } from './lobby-router.ts';
import { adminOnly, createCallerFactory, open, router, signedIn } from './trpc.ts';

const { admin, rating, user } = procedures;

const ratingRouter = router({
  leaders: open
    .input(rating.leaders.input)
    .output(rating.leaders.output)
    .query(async ({ ctx, input }) => ({ leaders: await ctx.services.ratings.leaders(input) })),
  of: open
    .input(rating.of.input)
    .output(rating.of.output)
    .query(async ({ ctx, input }) => ({ ratings: await ctx.services.ratings.of(input.username) })),
  history: open
    .input(rating.history.input)
    .output(rating.history.output)
    .query(async ({ ctx, input: { username, ...kind } }) => ({
      steps: await ctx.services.ratings.history(username, kind),
    })),
});

/** Implements {@link procedures}, all of them and nothing else. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  game: gameRouter,
  chat: chatRouter,
  admin: router({
    reports: adminOnly
      .input(admin.reports.input)
      .output(admin.reports.output)
      .query(async ({ ctx, input }) => ({ reports: await ctx.services.reviewReports.list(input) })),
  }),
  lobby: lobbyRouter,
  rating: ratingRouter,
  user: router({
    current: signedIn
      .input(user.current.input)
      .output(user.current.output)
      .query(async ({ ctx }) => ({ games: await ctx.services.profile.current(ctx.username) })),
    profile: open
      .input(user.profile.input)
      .output(user.profile.output)
      .query(({ ctx, input }) => ctx.services.profile.profile(input.username)),
    games: open
      .input(user.games.input)
      .output(user.games.output)
      .query(async ({ ctx, input: { username, limit, before } }) => ({
        games: await ctx.services.profile.games(username, limit, before),
      })),
    ...relationProcedures,
  }),
});

export const createCaller = createCallerFactory(appRouter);

type Router = typeof appRouter;
type Within<A, B> = [A] extends [B] ? true : never;

/** Fails to compile when the router differs from the procedures that clients know. */
const _conforms: [
  Within<inferRouterInputs<AppRouter>, inferRouterInputs<Router>>,
  Within<inferRouterOutputs<Router>, inferRouterOutputs<AppRouter>>,
] = [true, true];
