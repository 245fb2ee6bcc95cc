import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRookeryError, RookeryError } from '../../contract/errors/index.ts';
import type { Log } from '../base/log.ts';
import { endedSessions } from '../http-kit/ended-sessions.ts';
import { RoundTrips } from '../http-kit/round-trips.ts';
import type { Bus } from '../live/bus/bus.ts';
import { subscribeToResets } from '../live/bus/feed.ts';
import { RecentlyEndedSessions } from '../live/bus/recently-ended-sessions.ts';
import type { LiveGames } from '../live/live-games.ts';
import type { Services } from '../services/services.ts';
import { Connection } from './connection.ts';
import { handleCommand } from './handle-command.ts';
import { errorMessage, notification } from './messages.ts';
import { readCommand } from './read-command.ts';
import { Rooms } from './rooms.ts';

export interface WsHandlerParts {
  readonly services: Services;
  readonly liveGames: LiveGames;
  readonly bus: Bus;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** The game protocol on `/ws`. Pages of any origin may connect: the token in each command decides. */
export interface WsHandler {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Drops clients that don't read, are gone, or whose session has ended. Called about every second. */
  sweep(): void;
  /** Asks clients to reconnect later, and closes. */
  close(): void;
}

/** The largest frame from a client, in bytes (W-8). */
const MAX_FRAME_BYTES = 16 * 1024;

/** Close codes: a connection without a close frame, a broken rule, and our own. */
const BROKEN = 1006;
const POLICY = 1008;
const RESTART = 1012;
const ENDED = 4001;

export function createWsHandler(parts: WsHandlerParts): WsHandler {
  const { services, bus, now, log } = parts;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const connections = new Map<WebSocket, Connection>();
  const rooms = new Rooms(parts);
  const roundTrips = new RoundTrips();
  const recentlyEnded = new RecentlyEndedSessions(bus, now);
  const commandParts = { ...parts, rooms, recentlyEnded, roundTripOf: roundTripOf(roundTrips) };

  async function serve(connection: Connection, frame: string): Promise<void> {
    try {
      await handleCommand(commandParts, connection, readCommand(frame));
    } catch (error) {
      sendError(connection, error);
    }
  }

  function sendError(connection: Connection, error: unknown): void {
    const apiError = isRookeryError(error) ? error : new RookeryError('internal', { cause: error });
    if (apiError.code === 'internal') log.error('A command on /ws failed', apiError.cause ?? error);
    connection.send(errorMessage(apiError));
  }

  function receive(connection: Connection, frame: string): void {
    if (!connection.isOpen) return; // frames that arrive after our close
    connection.heard();
    const verdict = connection.rate.judge(now());
    if (verdict === 'close') connection.socket.close(POLICY, 'too many commands');
    else if (verdict === 'reject') sendError(connection, new RookeryError('too_many_requests'));
    else connection.inTurn(() => serve(connection, frame));
  }

  function accept(client: WebSocket): void {
    const connection = new Connection(client, now);
    connections.set(client, connection);
    roundTrips.follow(client);
    client.on('message', (data) => receive(connection, data.toString()));
    client.on('pong', () => connection.heard());
    client.on('error', (error) => log.debug(`/ws: ${error.message}`));
    client.on('close', (code) => {
      connections.delete(client);
      // Earlier commands still run: many clients send LEAVE and close at once.
      connection.inTurn(async () => {
        const left = code !== BROKEN;
        for (const room of connection.rooms.values()) await rooms.leave(room, connection, left);
      });
    });
  }

  function end(connection: Connection, why: string): void {
    connection.forget();
    connection.socket.close(ENDED, why);
  }

  bus.subscribe('sessions', (news) => {
    if (news.type !== 'ended') return;
    for (const connection of connections.values()) {
      if (connection.tokenDigest === news.tokenDigest) end(connection, 'signed out');
    }
  });

  /** Set when the notice of a logout at another process may be lost. */
  let isStale = false;
  subscribeToResets(bus, {
    onResync() {
      isStale = true;
    },
    onCleared() {
      for (const connection of connections.values()) {
        connection.send(notification('All data was removed from this server'));
        end(connection, 'all data was removed');
      }
    },
  });
  async function closeEnded(): Promise<void> {
    isStale = false;
    const sessions = new Map<Connection, string>();
    for (const connection of connections.values()) {
      if (connection.tokenDigest !== null) sessions.set(connection, connection.tokenDigest);
    }
    try {
      for (const ended of await endedSessions(sessions, (all) => services.session.open(all))) {
        end(ended, 'signed out');
      }
    } catch (error) {
      isStale = true; // the next sweep tries again
      log.debug(`Looking for ended sessions: ${String(error)}`);
    }
  }

  return {
    upgrade: (request, socket, head) => server.handleUpgrade(request, socket, head, accept),
    sweep() {
      if (isStale) void closeEnded();
      void roundTrips.measure(connections.keys());
      for (const connection of connections.values()) connection.dropIfDead();
    },
    close() {
      for (const { socket } of connections.values()) socket.close(RESTART, 'the server restarts');
    },
  };
}

const roundTripOf =
  (roundTrips: RoundTrips) =>
  ({ socket }: Connection): number =>
    roundTrips.of(socket);
