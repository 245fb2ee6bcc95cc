import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';
import { RookeryError } from '../../contract/errors/index.ts';
import { problem } from '../../contract/errors/problems.ts';
import type { Settings } from '../base/settings.ts';

/** Checks a request's host, origin and address against the settings (contract, Access). */
export interface Access {
  /** @throws RookeryError `forbidden` in local mode when the Host is not a loopback name (DNS rebinding) */
  checkHost(request: IncomingMessage): void;
  /**
   * The kind of page that sends the request: `own`, one of this server or none; `allowed`, one that may call with a token
   * (R-CORS-1); `foreign`, any other.
   */
  originOf(request: IncomingMessage): 'own' | 'allowed' | 'foreign';
  /** The client's address; behind trusted proxies, the one that they forward. */
  addressOf(request: IncomingMessage): string;
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** An origin on this machine, with any port. */
const loopbackOrigin = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;

export function createAccess(settings: Settings): Access {
  const trust = proxyAddress.compile([...settings.TRUSTED_PROXIES]);
  const allowed = new Set(settings.ALLOWED_ORIGINS);
  return {
    checkHost({ headers }) {
      if (settings.mode === 'local' && !loopbackHost.test(headers.host ?? '')) {
        throw new RookeryError('forbidden', {
          field: 'Host',
          problem: problem('request.localOnly', { host: headers.host ?? 'no host' }),
        });
      }
    },
    originOf({ headers }) {
      const { origin } = headers;
      const own = settings.PUBLIC_URL ?? `http://${headers.host}`;
      if (origin === undefined || origin === own) return 'own';
      if (allowed.has(origin)) return 'allowed';
      return settings.mode === 'local' && loopbackOrigin.test(origin) ? 'allowed' : 'foreign';
    },
    addressOf: (request) => proxyAddress(request, trust),
  };
}

/** The token in `authorization: <token>` or `authorization: Bearer <token>`; null without one. */
export function tokenFrom(authorization: string | undefined): string | null {
  const token = authorization?.replace(/^Bearer\s+/i, '').trim();
  return token || null;
}
