import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { type Access, tokenFrom } from '../http/access.ts';
import type { SessionCookie } from '../http/cookies.ts';
import { endedSessions } from '../http/ended-sessions.ts';
import { RoundTrips } from '../http/round-trips.ts';
import type { Bus } from '../live/bus.ts';
import type { Log } from '../log.ts';
import type { ApiParts, Caller } from './context.ts';
import { logUnexpected } from './http-door.ts';
import { appRouter } from './router.ts';
import { translating } from './trpc.ts';

export interface SocketDoorParts extends ApiParts {
  readonly access: Access;
  readonly cookie: SessionCookie;
  readonly bus: Bus;
  readonly log: Log;
}

/** tRPC over WebSocket, on the same port. */
export interface SocketDoor {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Drops clients that don't read what is sent to them, or whose session has ended. To be called every second or so. */
  sweep(): void;
  /** Asks clients to connect elsewhere, or here again later, and closes. */
  close(): void;
}

/** A frame from a client may have this many bytes. */
const MAX_FRAME_BYTES = 64 * 1024;

/** A client for whom this much waits at two sweeps in a row does not read (tRPC itself has no backpressure). */
const MAX_WAITING_BYTES = 64 * 1024;

/** The close code of a connection that ended without a closing frame. */
const BROKEN = 1006;

const connectionParams = z.object({ token: z.string().max(256).optional() }).catch({});

export function createSocketDoor(parts: SocketDoorParts): SocketDoor {
  const { access, cookie, bus, log, ...api } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  /** The session that each connection was opened with. */
  const sessions = new Map<WebSocket, string>();
  const slow = new WeakSet<WebSocket>();
  /** Connections that broke off without a word. */
  const lost = new WeakSet<WebSocket>();
  const roundTrips = new RoundTrips();

  const handler = applyWSSHandler({
    wss: server,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: 20_000, pongWaitMs: 10_000 },
    createContext: async ({ req, res, info }) => {
      const { token } = connectionParams.parse(info.connectionParams ?? {});
      const authToken =
        token ?? tokenFrom(req.headers.authorization) ?? cookie.read(req.headers.cookie);
      const auth = authToken ? await translating(api.services.session.find(authToken)) : null;
      if (auth && res.readyState === res.OPEN) sessions.set(res, auth.tokenDigest);
      const caller: Caller = {
        authToken: authToken ?? null,
        auth,
        address: access.addressOf(req),
        userAgent: req.headers['user-agent'],
        setCookie: null,
        lagMs: () => roundTrips.of(res),
        wasLost: () => lost.has(res),
      };
      return { ...api, ...caller };
    },
    onError: ({ error }) => logUnexpected(error, log),
  });

  bus.subscribe('sessions', (news) => {
    for (const client of server.clients) {
      if (news.type === 'cleared') client.close(4001, 'all data was removed');
      else if (sessions.get(client) === news.tokenDigest) client.close(4001, 'signed out');
    }
  });

  /** Set when a logout at another process may not have been heard. */
  let isStale = false;
  bus.subscribe('resync', () => {
    isStale = true;
  });
  const closeEnded = async () => {
    isStale = false;
    try {
      const findOpen = (digests: readonly string[]) => api.services.session.open(digests);
      for (const client of await endedSessions(sessions, findOpen)) {
        client.close(4001, 'signed out');
      }
    } catch (error) {
      isStale = true; // the next sweep tries again
      log.debug(`Looking for ended sessions: ${String(error)}`);
    }
  };

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (client) => {
        // Before tRPC's own listener, which ends the subscriptions: they ask for the reason.
        client.once('close', (code) => code === BROKEN && lost.add(client));
        roundTrips.follow(client);
        client.on('error', (error) => log.debug(`WebSocket: ${error.message}`));
        client.on('close', () => sessions.delete(client));
        server.emit('connection', client, request);
      }),
    sweep() {
      if (isStale) closeEnded();
      roundTrips.measure(server.clients);
      for (const client of server.clients) {
        if (client.bufferedAmount <= MAX_WAITING_BYTES) slow.delete(client);
        else if (slow.has(client)) client.terminate();
        else slow.add(client);
      }
    },
    close() {
      handler.broadcastReconnectNotification();
      for (const client of server.clients) client.close(1012, 'the server restarts');
    },
  };
}
