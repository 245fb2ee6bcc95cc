import { procedures } from '../../contract/procedures.ts';
import { router, signedIn } from './trpc.ts';

const { changePassword, sessions, endSession, endOtherSessions } = procedures.account;

/** The caller's own account (PF-4). */
export const accountRouter = router({
  changePassword: signedIn
    .input(changePassword.input)
    .output(changePassword.output)
    .mutation(async ({ ctx, input: { oldPassword, password } }) => {
      // As for a login: each attempt hashes a password.
      await ctx.limits.signIn(ctx.address);
      return { ended: await ctx.services.password.change(ctx.caller, oldPassword, password) };
    }),

  sessions: signedIn
    .input(sessions.input)
    .output(sessions.output)
    .query(async ({ ctx }) => ({ sessions: await ctx.services.session.list(ctx.caller) })),

  endSession: signedIn
    .input(endSession.input)
    .output(endSession.output)
    .mutation(async ({ ctx, input: { sessionID } }) => ({
      ended: await ctx.services.session.end(ctx.caller, sessionID),
    })),

  endOtherSessions: signedIn
    .input(endOtherSessions.input)
    .output(endOtherSessions.output)
    .mutation(async ({ ctx }) => ({ ended: await ctx.services.session.endOthers(ctx.caller) })),
});
