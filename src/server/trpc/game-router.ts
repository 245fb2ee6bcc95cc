import { procedures } from '../../contract/procedures.ts';
import type { Services } from '../services/services.ts';
import { open, router, signedIn } from './trpc.ts';
import { yields, yieldsNumbered } from './yields.ts';

const { game } = procedures;

/** What a player asks of a game besides moves; the answer is the number of the event that it became. */
const ask = (
  { input, output }: typeof game.resign,
  serviceOf: (services: Services) => (username: string, gameID: number) => Promise<number>,
) =>
  signedIn
    .input(input)
    .output(output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await serviceOf(ctx.services)(ctx.username, gameID),
    }));

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
    .output(yieldsNumbered(game.events.item))
    .subscription(({ ctx, input: { gameID, lastEventId }, signal }) => {
      const viewer = ctx.auth?.username ?? null;
      return ctx.liveGames.events(gameID, Number(lastEventId ?? 0), viewer, signal ?? never);
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

  resign: ask(game.resign, ({ resign }) => resign.resign.bind(resign)),
  offerDraw: ask(game.offerDraw, ({ draw }) => draw.offer.bind(draw)),
  acceptDraw: ask(game.acceptDraw, ({ draw }) => draw.accept.bind(draw)),
  declineDraw: ask(game.declineDraw, ({ draw }) => draw.decline.bind(draw)),
});

/** For a caller that can't be interrupted. */
const never = new AbortController().signal;
