import { parseCookie, stringifySetCookie } from 'cookie';
import type { Settings } from '../base/settings.ts';

/** The browser's session cookie: HttpOnly, SameSite=Lax; in public mode also Secure, with the `__Host-` prefix. */
export interface SessionCookie {
  /** The token in a request's `cookie` header; null without one. */
  read(header: string | undefined): string | null;
  /** A `set-cookie` header that sets the token, or removes the cookie for null. */
  write(authToken: string | null): string;
}

/** Sessions end 30 days after their last use; the cookie must last at least as long as its session. */
const MAX_AGE_SECONDS = 400 * 24 * 60 * 60;

export function createSessionCookie(mode: Settings['mode']): SessionCookie {
  const secure = mode === 'public';
  const name = secure ? '__Host-rookery' : 'rookery';
  return {
    read: (header) => (header && parseCookie(header)[name]) || null,
    write: (authToken) =>
      stringifySetCookie({
        name,
        value: authToken ?? '',
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure,
        maxAge: authToken === null ? 0 : MAX_AGE_SECONDS,
      }),
  };
}
