import { procedures } from '../../contract/procedures.ts';
import { open, router, signedIn } from './trpc.ts';
import { givenToMany, yields } from './yields.ts';

const { lobby } = procedures;

/** For a caller that can't be interrupted. */
const never = new AbortController().signal;

export const lobbyRouter = router({
  get: open
    .input(lobby.get.input)
    .output(givenToMany(lobby.get.output))
    .query(({ ctx }) => ctx.lobbyFeed.current()),

  watch: open
    .input(lobby.watch.input)
    .output(yields(lobby.watch.item))
    .subscription(({ ctx, signal }) => ctx.lobbyFeed.watch(signal ?? never)),

  seek: signedIn
    .input(lobby.seek.input)
    .output(yields(lobby.seek.item))
    .subscription(({ ctx, input, signal }) =>
      ctx.services.pairing.seek(ctx.username, input, signal ?? never),
    ),

  mine: signedIn
    .input(lobby.mine.input)
    .output(yields(lobby.mine.item))
    .subscription(({ ctx, signal }) => ctx.userFeed.watch(ctx.username, signal ?? never)),

  tv: open
    .input(lobby.tv.input)
    .output(yields(lobby.tv.item))
    .subscription(({ ctx, input, signal }) => ctx.tvFeed.watch(input.channel, signal ?? never)),

  onAir: open
    .input(lobby.onAir.input)
    .output(lobby.onAir.output)
    .query(async ({ ctx, input }) => ({ game: await ctx.tvFeed.current(input.channel) })),
});
