import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { type AppRouter, procedures } from '../../contract/procedures.ts';
import { authRouter } from './auth-router.ts';
import { chatRouter, silenceProcedures } from './chat-router.ts';
import { gameRouter } from './game-router.ts';
import { createCallerFactory, open, router } from './trpc.ts';
import { givenToMany, yields } from './yields.ts';

const { lobby, user } = procedures;

/** Implements {@link procedures}, all of them and nothing else. */
export const appRouter = router({
  auth: authRouter,
  game: gameRouter,
  chat: chatRouter,
  lobby: router({
    get: open
      .input(lobby.get.input)
      .output(givenToMany(lobby.get.output))
      .query(({ ctx }) => ctx.lobbyFeed.current()),
    watch: open
      .input(lobby.watch.input)
      .output(yields(lobby.watch.item))
      .subscription(({ ctx, signal }) =>
        ctx.lobbyFeed.watch(signal ?? new AbortController().signal),
      ),
  }),
  user: router({
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
    ...silenceProcedures,
  }),
});

export const createCaller = createCallerFactory(appRouter);

type Router = typeof appRouter;
type Within<A, B> = [A] extends [B] ? true : never;

/** Fails to compile when the router and what clients are told of it drift apart. */
const _conforms: [
  Within<inferRouterInputs<AppRouter>, inferRouterInputs<Router>>,
  Within<inferRouterOutputs<Router>, inferRouterOutputs<AppRouter>>,
] = [true, true];
