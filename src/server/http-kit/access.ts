import type { IncomingMessage } from 'node:http';
import proxyAddress from 'proxy-addr';
import { RookeryError } from '../../contract/errors/index.ts';
import type { Settings } from '../base/settings.ts';

/** Who may reach what, read from how the server listens (contract, Access). */
export interface Access {
  /** @throws RookeryError `forbidden` in local mode when the Host is not the loopback (DNS rebinding) */
  checkHost(request: IncomingMessage): void;
  /** Whether the request comes from one of our own pages, or from no page at all. */
  isOwnOrigin(request: IncomingMessage): boolean;
  /** The caller's address; behind trusted proxies, the one that they forward. */
  addressOf(request: IncomingMessage): string;
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export function createAccess(settings: Settings): Access {
  const trust = proxyAddress.compile([...settings.TRUSTED_PROXIES]);
  return {
    checkHost({ headers }) {
      if (settings.mode === 'local' && !loopbackHost.test(headers.host ?? '')) {
        const detail = `this server listens for its own machine only: ask for localhost, not ${headers.host ?? 'no host'}`;
        throw new RookeryError('forbidden', { field: 'Host', detail });
      }
    },
    isOwnOrigin({ headers }) {
      const { origin } = headers;
      if (origin === undefined) return true;
      return settings.PUBLIC_URL
        ? origin === settings.PUBLIC_URL
        : origin === `http://${headers.host}`;
    },
    addressOf: (request) => proxyAddress(request, trust),
  };
}

/** The token in `authorization: <token>` or `authorization: Bearer <token>`; null without one. */
export function tokenFrom(authorization: string | undefined): string | null {
  const token = authorization?.replace(/^Bearer\s+/i, '').trim();
  return token || null;
}
