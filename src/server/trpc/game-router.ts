import { tracked } from '@trpc/server';
import { procedures } from '../../contract/procedures.ts';
import { open, router, signedIn } from './trpc.ts';
import { yields, yieldsTracked } from './yields.ts';

const { game } = procedures;

export const gameRouter = router({
  list: open
    .input(game.list.input)
    .output(game.list.output)
    .query(async ({ ctx, input }) => ({ games: await ctx.services.listGame.summaries(input) })),

  create: open
    .input(game.create.input)
    .output(game.create.output)
    .mutation(async ({ ctx, input: { gameName } }) => ({
      gameID: await ctx.services.createGame.createGame(ctx.authToken, gameName),
    })),

  join: open
    .input(game.join.input)
    .output(game.join.output)
    .mutation(async ({ ctx, input: { gameID, color } }) => {
      await ctx.services.joinGame.joinGame(ctx.authToken, color, gameID);
      return { gameID };
    }),

  get: open
    .input(game.get.input)
    .output(game.get.output)
    .query(({ ctx, input: { gameID } }) => ctx.liveGames.view(gameID)),

  events: open
    .input(game.events.input)
    .output(yieldsTracked(game.events.item))
    .subscription(async function* ({ ctx, input: { gameID, lastEventId }, signal }) {
      const after = Number(lastEventId ?? 0);
      const viewer = ctx.auth?.username ?? null;
      for await (const event of ctx.liveGames.events(gameID, after, viewer, signal ?? never)) {
        yield tracked(String(event.number), event);
      }
    }),

  presence: open
    .input(game.presence.input)
    .output(yields(game.presence.item))
    .subscription(({ ctx, input: { gameID }, signal }) =>
      ctx.liveGames.presence(gameID, signal ?? never),
    ),

  move: signedIn
    .input(game.move.input)
    .output(game.move.output)
    .mutation(({ ctx, input: { gameID, ply, uci } }) =>
      ctx.services.makeMove.makeMove(ctx.username, gameID, ply, uci),
    ),

  resign: signedIn
    .input(game.resign.input)
    .output(game.resign.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.resign.resign(ctx.username, gameID),
    })),

  offerDraw: signedIn
    .input(game.offerDraw.input)
    .output(game.offerDraw.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.draw.offer(ctx.username, gameID),
    })),

  acceptDraw: signedIn
    .input(game.acceptDraw.input)
    .output(game.acceptDraw.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.draw.accept(ctx.username, gameID),
    })),

  declineDraw: signedIn
    .input(game.declineDraw.input)
    .output(game.declineDraw.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.draw.decline(ctx.username, gameID),
    })),
});

/** For a caller that can't be interrupted. */
const never = new AbortController().signal;
