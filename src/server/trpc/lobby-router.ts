import { procedures } from '../../contract/procedures.ts';
import type { Context } from './context.ts';
import { open, router, signedIn } from './trpc.ts';
import { givenToMany, yields } from './yields.ts';

const { lobby } = procedures;

const usernameOf = ({ caller }: Context): string | null => caller?.username ?? null;

/** The signal of a caller that has none. */
const never = new AbortController().signal;

export const lobbyRouter = router({
  get: open
    .input(lobby.get.input)
    .output(givenToMany(lobby.get.output))
    .query(({ ctx, input }) => ctx.services.lobby.current(usernameOf(ctx), input)),

  watch: open
    .input(lobby.watch.input)
    .output(yields(lobby.watch.item))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.lobby.watch(usernameOf(ctx), input, signal ?? never),
    ),

  seek: signedIn
    .input(lobby.seek.input)
    .output(yields(lobby.seek.item))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.pairing.seek(ctx.username, input, signal ?? never),
    ),

  mine: signedIn
    .input(lobby.mine.input)
    .output(yields(lobby.mine.item))
    .subscription(({ ctx, signal }) => ctx.services.myGames.watch(ctx.username, signal ?? never)),

  tv: open
    .input(lobby.tv.input)
    .output(yields(lobby.tv.item))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.tv.watch(input.channel, signal ?? never),
    ),

  onAir: open
    .input(lobby.onAir.input)
    .output(lobby.onAir.output)
    .query(async ({ ctx, input }) => ({ game: await ctx.services.tv.current(input.channel) })),
});
