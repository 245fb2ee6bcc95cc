import type { Server } from 'node:http';
import path from 'node:path';
import { serverClock } from './base/clock.ts';
import type { Log } from './base/log.ts';
import type { Settings } from './base/settings.ts';
import { shareContainer } from './container.ts';
import { openDatabase } from './data-access/open.ts';
import { ComputerPlayer } from './engine/computer-player.ts';
import { Engine } from './engine/engine.ts';
import { locateEngine } from './engine/locate.ts';
import { createHttpServer, requireKnownOrigin } from './http/http-server.ts';
import { createNextApp } from './http/next-app.ts';
import { createPageTest } from './http/pages.ts';
import { createVisitorPages } from './http/visitor-pages.ts';
import { createAccess } from './http-kit/access.ts';
import { createSessionCookie } from './http-kit/cookies.ts';
import { createLimits, noLimits } from './http-kit/limits.ts';
import { LobbyFeed } from './live/feeds/lobby-feed.ts';
import { TvFeed } from './live/feeds/tv-feed.ts';
import { UserFeed } from './live/feeds/user-feed.ts';
import { LiveGames } from './live/live-games.ts';
import { GroupCommitter } from './live/store/group-committer.ts';
import { openBus } from './open-bus.ts';
import { openApiOf } from './rest/openapi.ts';
import { createRestHandler } from './rest/rest-handler.ts';
import { routes } from './rest/routes.ts';
import { createServices } from './services/services.ts';
import { noConnection } from './trpc/context.ts';
import { createTrpcHttpHandler } from './trpc/http-handler.ts';
import { createCaller } from './trpc/router.ts';
import { createSocketHandler } from './trpc/socket/socket-handler.ts';
import { createWsHandler } from './ws/ws-handler.ts';

export interface Rookery {
  readonly server: Server;
  /** Lines for the start-up log: the database and the applied migrations. */
  readonly notes: readonly string[];
  /** Asks clients to reconnect later, completes pending writes and releases all resources. */
  close(): Promise<void>;
}

/** How often each recurring task runs, in milliseconds. */
const every = {
  /** Bounds the error of a clock after a crash (C-10: 100 ms). */
  beat: 75,
  look: 60_000,
  computer: 1000,
  lobby: 250,
  pair: 1000,
  tv: 1000,
  sweep: 1000,
  settle: 1000,
  presence: 1000,
  forget: 60_000,
  expire: 60 * 60 * 1000,
};

/** An unwatched game is dropped from memory after this long without a move, in milliseconds. */
const IDLE_GAME_MS = 5 * 60 * 1000;

/** The composition root: builds every object once and starts the timers. No other module keeps state between requests. */
export async function compose(settings: Settings, root: string, log: Log): Promise<Rookery> {
  const now = serverClock;
  const development = process.env.NODE_ENV !== 'production';
  const database = await openDatabase({ databaseUrl: settings.DATABASE_URL, root, now });
  const { dataAccess } = database;

  const { bus, description } = await openBus(settings, database.databaseId, log);
  const committer = new GroupCommitter(dataAccess);
  const liveGames = new LiveGames({ dataAccess, committer, bus, now });
  const feeds = {
    lobby: new LobbyFeed(dataAccess, bus),
    user: new UserFeed(dataAccess, bus),
    tv: new TvFeed(dataAccess, bus, now),
  };
  const { warn } = log;
  const engine = new Engine({ located: locateEngine(settings.ENGINE), warn });
  const services = createServices({ dataAccess, liveGames, feeds, bus, settings, now, engine });
  const { rematch } = services;
  const computer = new ComputerPlayer({ engine, dataAccess, liveGames, bus, rematch, now, warn });

  const access = createAccess(settings);
  const limits = createLimits(settings.mode);
  const cookie = createSessionCookie(settings.mode);
  const api = { services, limits };
  const rest = createRestHandler({ services, access, limits, settings, log });
  const socketHandler = createSocketHandler({ ...api, access, cookie, bus, log });
  const wsHandler = createWsHandler({ services, liveGames, bus, now, log });

  shareContainer({
    handleTrpc: createTrpcHttpHandler(api, cookie, log),
    openApi: openApiOf(routes, settings),
    publicUrl: settings.PUBLIC_URL ?? null,
    callerFor: async (cookieHeader) => {
      const authToken = cookie.read(cookieHeader);
      const caller = authToken === null ? null : await services.session.find(authToken);
      return createCaller({
        ...api,
        limits: noLimits,
        authToken,
        caller,
        address: '',
        userAgent: undefined,
        ...noConnection,
        setCookie: null,
      });
    },
  });

  const nextApp = await createNextApp(root, development, log);
  // If clocks are running, load Next now: players get this time back (C-10), and a later load would block the event loop.
  if (await dataAccess.isClockRunning()) await nextApp.load();
  const server = createHttpServer({
    settings,
    access,
    limits,
    rest,
    next: nextApp.handle,
    // In development Next controls caching.
    drawPage: development ? nextApp.handle : createVisitorPages(nextApp.handle, now),
    isPage: createPageTest(path.join(root, 'public')),
    sockets: new Map([
      [
        '/api/trpc',
        (request, socket, head) => {
          requireKnownOrigin(access, request);
          socketHandler.upgrade(request, socket, head);
        },
      ],
      ['/ws', wsHandler.upgrade],
    ]),
    hotReload: nextApp.hotReload,
    log,
  });

  // Before the first heartbeat: the stored one marks when the last server stopped (C-10).
  await liveGames.time.begin();
  const failed = (what: string) => (error: unknown) => log.error(`${what} failed`, error);
  const timers = [
    setInterval(() => feeds.lobby.flush().catch(failed('Telling the lobby')), every.lobby),
    // Ignored: without the database no move is accepted either.
    setInterval(() => liveGames.time.beat().catch(() => {}), every.beat),
    setInterval(
      () => liveGames.time.look().catch(failed('Looking for games that are due')),
      every.look,
    ),
    setInterval(() => computer.retry(), every.computer),
    setInterval(() => services.pairing.round().catch(failed('Pairing')), every.pair),
    setInterval(() => feeds.tv.look().catch(failed('Looking for a game to show')), every.tv),
    setInterval(() => socketHandler.sweep(), every.sweep),
    setInterval(() => liveGames.flushPresence(), every.presence),
    setInterval(() => wsHandler.sweep(), every.sweep),
    // Ignored: it fails while the database is unreachable and runs again.
    setInterval(() => liveGames.settle().catch(() => {}), every.settle),
    setInterval(() => liveGames.forgetIdle(IDLE_GAME_MS), every.forget),
    setInterval(
      () => dataAccess.deleteExpiredAuths().catch(failed('Removing expired sessions')),
      every.expire,
    ),
    setInterval(
      () => services.guest.removeOld().catch(failed('Removing guests of long ago')),
      every.expire,
    ),
  ];

  liveGames.time.look().catch(failed('Looking for games that are due'));
  await computer.begin();
  return {
    server,
    notes: [
      database.description,
      ...(description === null ? [] : [`pub/sub: ${description}`]),
      ...database.notes,
    ],
    async close() {
      for (const timer of timers) clearInterval(timer);
      // The clocks stop here (C-10).
      await liveGames.time.end();
      socketHandler.close();
      wsHandler.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 2000).unref();
      engine.close();
      await closed;
      await nextApp.close();
      await bus.close();
      await dataAccess.close();
    },
  };
}
