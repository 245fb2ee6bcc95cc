import type { Session } from '../../contract/account/account.ts';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import { procedures } from '../../contract/procedures.ts';
import type { Context } from './context.ts';
import { open, router } from './trpc.ts';

const { register, guest: enter, login, logout, me } = procedures.auth;

export const authRouter = router({
  register: open
    .input(register.input)
    .output(register.output)
    .mutation(async ({ ctx, input: { username, password, email, tokenDelivery } }) => {
      const give = giver(ctx, tokenDelivery);
      await ctx.limits.signIn(ctx.address);
      const { registration, guest } = ctx.services;
      const { caller, authToken } = ctx;
      if (caller && authToken !== null) {
        const promoted = await guest.register(caller, username, password, email);
        if (promoted) return give({ username, authToken });
      }
      return give(await registration.register(username, password, email, ctx.userAgent));
    }),

  guest: open
    .input(enter.input)
    .output(enter.output)
    .mutation(async ({ ctx, input: { tokenDelivery } }) => {
      const give = giver(ctx, tokenDelivery);
      await ctx.limits.signIn(ctx.address);
      return give(await ctx.services.guest.enter(ctx.userAgent));
    }),

  login: open
    .input(login.input)
    .output(login.output)
    .mutation(async ({ ctx, input: { username, password, tokenDelivery } }) => {
      const give = giver(ctx, tokenDelivery);
      await ctx.limits.signIn(ctx.address);
      return give(await ctx.services.login.login(username, password, ctx.userAgent));
    }),

  logout: open
    .input(logout.input)
    .output(logout.output)
    .mutation(async ({ ctx }) => {
      // Also when the session has ended already: a dead cookie is useless.
      ctx.setCookie?.(null);
      await ctx.services.logout.logout(ctx.authToken);
    }),

  me: open
    .input(me.input)
    .output(me.output)
    .query(async ({ ctx }) => {
      if (!ctx.caller) return null;
      const { username } = ctx.caller;
      return { username, guest: await ctx.services.guest.is(username) };
    }),
});

/** Delivers a session as the caller asked; fails before the session is created if the transport can't. */
function giver({ setCookie }: Context, tokenDelivery: 'token' | 'cookie') {
  if (tokenDelivery === 'token') return (session: Session) => session;
  if (!setCookie) {
    throw new RookeryError('bad_request', {
      field: 'tokenDelivery',
      problem: problem('account.cookie'),
    });
  }
  return ({ username, authToken }: Session) => {
    setCookie(authToken);
    return { username };
  };
}
