import { procedures } from '../../contract/procedures.ts';
import { open, router, signedIn } from './trpc.ts';
import { yieldsNumbered } from './yields.ts';

const { chat, user } = procedures;

export const chatRouter = router({
  say: signedIn
    .input(chat.say.input)
    .output(chat.say.output)
    .mutation(async ({ ctx, input: { gameID, room, text } }) => ({
      number: await ctx.services.say.say(ctx.username, gameID, room, text),
    })),

  messages: open
    .input(chat.messages.input)
    .output(yieldsNumbered(chat.messages.item))
    .subscription(({ ctx, input: { gameID, room, lastEventId }, signal }) => {
      const after = lastEventId === undefined ? null : Number(lastEventId);
      const reader = ctx.caller?.username ?? null;
      return ctx.services.listen.messages({ gameID, room }, { after, reader }, signal ?? never);
    }),

  report: signedIn
    .input(chat.report.input)
    .output(chat.report.output)
    .mutation(({ ctx, input: { reason, ...message } }) =>
      ctx.services.report.report(ctx.username, message, reason),
    ),
});

/** The procedures of `user` for mutes and blocks. */
export const relationProcedures = {
  mute: signedIn
    .input(user.mute.input)
    .output(user.mute.output)
    .mutation(({ ctx, input }) => ctx.services.relation.set(ctx.username, input.username, 'mute')),
  block: signedIn
    .input(user.block.input)
    .output(user.block.output)
    .mutation(({ ctx, input }) => ctx.services.relation.set(ctx.username, input.username, 'block')),
  removeRelation: signedIn
    .input(user.removeRelation.input)
    .output(user.removeRelation.output)
    .mutation(({ ctx, input }) => ctx.services.relation.remove(ctx.username, input.username)),
  relations: signedIn
    .input(user.relations.input)
    .output(user.relations.output)
    .query(({ ctx }) => ctx.services.relation.of(ctx.username)),
};

/** The signal of a caller that has none. */
const never = new AbortController().signal;
