import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { type PlayerAction, playerActions } from '../../contract/game/actions.ts';
import { levelOf } from '../../contract/game/computer.ts';
import type { GameRequest } from '../../contract/game/setup.ts';
import { procedures } from '../../contract/procedures.ts';
import { open, router, signedIn } from './trpc.ts';
import { yields, yieldsNumbered } from './yields.ts';

const { game } = procedures;

/** A player's action; returns the number of the event that it caused. */
const action = (type: PlayerAction) =>
  signedIn
    .input(game[type].input)
    .output(game[type].output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.ask.ask(ctx.username, gameID, type),
    }));

const actions = Object.fromEntries(playerActions.map((type) => [type, action(type)])) as Record<
  PlayerAction,
  ReturnType<typeof action>
>;

/** The host withdraws an open game, or the challenged user declines. */
const withdrawOffer = ({ input, output }: typeof game.withdraw, type: 'withdraw' | 'decline') =>
  signedIn
    .input(input)
    .output(output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.ask.endOffer(ctx.username, gameID, type),
    }));

const nameless = new RookeryError('bad_request', {
  field: 'gameName',
  problem: problem('input.gameNameMissing'),
});

/** The computer's level if the computer is the opponent, who may also be given by name. */
function computerLevelIn({ opponent }: GameRequest): number | null {
  if (opponent.type === 'computer') return opponent.level;
  return opponent.type === 'user' ? levelOf(opponent.username) : null;
}

export const gameRouter = router({
  list: open
    .input(game.list.input)
    .output(game.list.output)
    .query(async ({ ctx, input }) => ({ games: await ctx.services.listGame.summaries(input) })),

  create: signedIn
    .input(game.create.input)
    .output(game.create.output)
    .mutation(async ({ ctx, input: { gameName, setup } }) => {
      const { createGame, computerGame } = ctx.services;
      if (setup) {
        const { username } = ctx;
        const level = computerLevelIn(setup);
        const gameID = level
          ? await computerGame.play(username, gameName, setup, level)
          : await createGame.hostGame(username, gameName, setup);
        return { gameID };
      }
      if (gameName === undefined) throw nameless;
      return { gameID: await createGame.plainGame(gameName) };
    }),

  join: signedIn
    .input(game.join.input)
    .output(game.join.output)
    .mutation(async ({ ctx, input: { gameID, color } }) => {
      await ctx.services.joinGame.join(ctx.caller, color ?? null, gameID);
      return { gameID };
    }),

  computer: open
    .input(game.computer.input)
    .output(game.computer.output)
    .query(({ ctx }) => ctx.services.computerGame.availability()),

  withdraw: withdrawOffer(game.withdraw, 'withdraw'),
  decline: withdrawOffer(game.decline, 'decline'),

  get: open
    .input(game.get.input)
    .output(game.get.output)
    .query(({ ctx, input: { gameID } }) => ctx.services.watchGame.view(gameID)),

  events: open
    .input(game.events.input)
    .output(yieldsNumbered(game.events.item))
    .subscription(({ ctx, input: { gameID, lastEventId }, signal }) => {
      const viewer = ctx.caller?.username ?? null;
      const after = Number(lastEventId ?? 0);
      const following = { after, viewer, wasLost: ctx.wasLost };
      return ctx.services.watchGame.events(gameID, following, signal ?? never);
    }),

  presence: open
    .input(game.presence.input)
    .output(yields(game.presence.item))
    .subscription(({ ctx, input: { gameID }, signal }) =>
      ctx.services.watchGame.presence(gameID, signal ?? never),
    ),

  move: signedIn
    .input(game.move.input)
    .output(game.move.output)
    .mutation(({ ctx, input: { gameID, ply, uci, lastEvent, lagMs, premove } }) => {
      const lag = { measuredMs: ctx.lagMs(), claimedMs: lagMs, premove };
      return ctx.services.makeMove.makeMove(ctx.username, gameID, { ply, uci, lag, lastEvent });
    }),

  sync: open
    .input(game.sync.input)
    .output(game.sync.output)
    .query(({ ctx, input: { gameID } }) => ctx.services.watchGame.sync(gameID)),

  ...actions,

  claimAbsence: signedIn
    .input(game.claimAbsence.input)
    .output(game.claimAbsence.output)
    .mutation(async ({ ctx, input: { gameID, result } }) => ({
      number: await ctx.services.ask.claimAbsence(ctx.username, gameID, result),
    })),

  offerRematch: signedIn
    .input(game.offerRematch.input)
    .output(game.offerRematch.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.rematch.offer(ctx.username, gameID),
    })),

  acceptRematch: signedIn
    .input(game.acceptRematch.input)
    .output(game.acceptRematch.output)
    .mutation(async ({ ctx, input: { gameID } }) => ({
      number: await ctx.services.rematch.accept(ctx.username, gameID),
    })),
});

/** The signal of a caller that has none. */
const never = new AbortController().signal;
