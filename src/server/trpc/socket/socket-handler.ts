import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TRPCError } from '@trpc/server';
import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Log } from '../../base/log.ts';
import { type Access, tokenFrom } from '../../http-kit/access.ts';
import type { SessionCookie } from '../../http-kit/cookies.ts';
import { endedSessions } from '../../http-kit/ended-sessions.ts';
import { RoundTrips } from '../../http-kit/round-trips.ts';
import type { Bus } from '../../live/bus/bus.ts';
import { subscribeToResets } from '../../live/bus/feed.ts';
import { RecentlyEndedSessions } from '../../live/bus/recently-ended-sessions.ts';
import type { ApiParts, Context } from '../context.ts';
import { logUnexpected } from '../http-handler.ts';
import { appRouter } from '../router.ts';
import { translating } from '../trpc.ts';
import { Connection, type Visit } from './connection.ts';
import { FastLane } from './fast-lane.ts';
import { Outgoing, Turn } from './outgoing.ts';

export interface SocketHandlerParts extends ApiParts {
  readonly access: Access;
  readonly cookie: SessionCookie;
  readonly bus: Bus;
  readonly log: Log;
}

/** tRPC over WebSocket, on the server's port. */
export interface SocketHandler {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Drops clients that don't read, or whose session has ended. Called about every second. */
  sweep(): void;
  /** Asks clients to connect to another process, or here again later, and closes. */
  close(): void;
}

/** The largest frame from a client, in bytes. */
const MAX_FRAME_BYTES = 64 * 1024;

/** A client with this many unsent bytes at two consecutive sweeps does not read (tRPC has no backpressure). */
const MAX_WAITING_BYTES = 64 * 1024;

/** tRPC's message that asks clients to reconnect. */
const RECONNECT = JSON.stringify({ id: null, method: 'reconnect' });

/** The close code of a connection that ended without a closing frame. */
const BROKEN = 1006;

const connectionParams = z.object({ token: z.string().max(256).optional() }).catch({});

export function createSocketHandler(parts: SocketHandlerParts): SocketHandler {
  const { access, cookie, bus, log, ...api } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  /** The session of each connection. */
  const sessions = new Map<WebSocket, string>();
  const slow = new WeakSet<WebSocket>();
  /** Connections that ended without a close frame. */
  const lost = new WeakSet<WebSocket>();
  const roundTrips = new RoundTrips();
  const turn = new Turn();
  const recentlyEnded = new RecentlyEndedSessions(bus, performance.now.bind(performance));

  const onError = ({ error }: { error: TRPCError }) => logUnexpected(error, log);
  const fastLane = new FastLane({ onError });

  /** Cookies count for our own origin only; pages of other origins send a token (T-4). */
  const ownCookie = (request: IncomingMessage) =>
    access.originOf(request) === 'own' ? cookie.read(request.headers.cookie) : null;

  const visitOf = (request: IncomingMessage): Visit => ({
    token: tokenFrom(request.headers.authorization) ?? ownCookie(request),
    address: access.addressOf(request),
    userAgent: request.headers['user-agent'],
  });

  const contextOf = async (
    client: WebSocket,
    { token: sent, address, userAgent }: Visit,
    params: unknown,
  ): Promise<Context> => {
    const { token } = connectionParams.parse(params ?? {});
    const authToken = token ?? sent;
    const found = authToken ? await translating(api.services.session.find(authToken)) : null;
    const caller = found && recentlyEnded.has(found.tokenDigest) ? null : found;
    if (caller && client.readyState === client.OPEN) sessions.set(client, caller.tokenDigest);
    return {
      ...api,
      authToken: authToken ?? null,
      caller,
      address,
      userAgent,
      setCookie: null,
      lagMs: () => roundTrips.of(client),
      wasLost: () => lost.has(client),
      subscriptions: { count: 0 },
    };
  };

  const serve = getWSConnectionHandler({
    wss: server,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: 20_000, pongWaitMs: 10_000 },
    createContext({ res, info }) {
      const connection = res as unknown as Connection;
      const { client, outgoing, visit } = connection;
      const context = contextOf(client, visit, info.connectionParams);
      connection.frameHandler = fastLane.serve(client, outgoing, context).take;
      return context;
    },
    onError,
  });

  bus.subscribe('sessions', (news) => {
    if (news.type !== 'ended') return;
    for (const client of server.clients) {
      if (sessions.get(client) === news.tokenDigest) client.close(4001, 'signed out');
    }
  });

  /** Set when the notice of a logout at another process may be lost. */
  let isStale = false;
  subscribeToResets(bus, {
    onResync() {
      isStale = true;
    },
    onCleared() {
      for (const client of server.clients) client.close(4001, 'all data was removed');
    },
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
        // Before tRPC's own listener, which ends the subscriptions: those ask for the reason.
        client.once('close', (code) => code === BROKEN && lost.add(client));
        roundTrips.follow(client);
        client.on('error', (error) => log.debug(`WebSocket: ${error.message}`));
        client.on('close', () => sessions.delete(client));
        const outgoing = new Outgoing(client, socket, turn);
        const connection = new Connection(client, outgoing, visitOf(request));
        // tRPC expects a whole WebSocket, and uses only what a connection has. It keeps the request as long as the
        // connection, but reads only its path: the headers and buffers are let go.
        const { url, headers } = request;
        const kept = { url, headers: { host: headers.host } } as IncomingMessage;
        serve(connection as unknown as WebSocket, kept);
      }),
    sweep() {
      if (isStale) void closeEnded();
      void roundTrips.measure(server.clients);
      for (const client of server.clients) {
        if (client.bufferedAmount <= MAX_WAITING_BYTES) slow.delete(client);
        else if (slow.has(client)) client.terminate();
        else slow.add(client);
      }
    },
    close() {
      for (const client of server.clients) {
        client.send(RECONNECT);
        client.close(1012, 'the server restarts');
      }
    },
  };
}
