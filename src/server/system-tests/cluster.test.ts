import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GameEvent, GameView, Lobby, Presence } from '../../contract/game/index.ts';
import { foldLobby } from '../../contract/lobby/lobby-fold.ts';
import { createGame, register, rest } from '../../testing/clients/rest-client.ts';
import { longPlay, type SeatedGame, seatedGame } from '../../testing/clients/seated-game.ts';
import { type Players, playLong, testClients, upTo } from '../../testing/clients/test-clients.ts';
import type { Watcher } from '../../testing/clients/watcher.ts';
import { postgresStore, type TestDatabase } from '../../testing/databases/databases.ts';
import { testRedis } from '../../testing/server/redis.ts';
import { startServer, type TestServer } from '../../testing/server/server.ts';

const store = postgresStore();
const redis = testRedis();
const missing = store.missing ?? redis.missing;
const title = 'two server processes on PostgreSQL and Redis';

describe.skipIf(missing !== null)(missing === null ? title : `${title} (${missing})`, () => {
  let database: TestDatabase;
  let servers: TestServer[] = [];
  const { clientOf, lineTo, watch, onEnd } = testClients();
  const server = (n: number): TestServer => {
    const found = servers[n];
    if (!found) throw new Error('The servers run during tests only.');
    return found;
  };
  beforeAll(async () => {
    await Promise.all([store.start(), redis.start()]);
    database = await store.create();
    const settings = { DATABASE_URL: database.url, REDIS_URL: redis.url };
    servers = [await startServer(settings)];
    servers.push(await startServer(settings));
  }, 300_000);
  afterAll(async () => {
    await Promise.all(servers.map((one) => one.end()));
    await database?.drop();
    await Promise.all([store.stop(), redis.stop()]);
  });

  const numbersOf = (events: readonly (GameEvent | null)[]) =>
    events.flatMap((event) => (event ? [event.number] : []));

  /** White at one process, Black at the other, and somebody who watches at each; all of them follow the game. */
  async function sitDown(game: SeatedGame) {
    const clients = [
      clientOf(server(0).url, game.white.token),
      clientOf(server(1).url, game.black.token),
      clientOf(server(0).url),
      clientOf(server(1).url),
    ] as const;
    const watchers = clients.map((client) => watch(client, game.gameID));
    await Promise.all(watchers.map((watcher) => watcher.seen(2)));
    const players: Players = [clients[0], clients[1]];
    return { clients, watchers, players };
  }
  /** Checks that all have seen every event up to this one, each once and in order, and the same game. */
  async function expectAll(watchers: readonly Watcher[], last: number): Promise<GameView | null> {
    await Promise.all(watchers.map((watcher) => watcher.seen(last)));
    for (const watcher of watchers) {
      expect(numbersOf(watcher.events)).toEqual(upTo(last).slice(2));
      expect(watcher.raw).toEqual(upTo(last));
      expect(watcher.view()).toEqual(watchers[0]?.view());
    }
    return watchers[0]?.view() ?? null;
  }

  test('T-1 players and watchers at both see the whole game, every event once and in order', async () => {
    const game = await seatedGame(server(0).url, 'whole');
    const { watchers, players } = await sitDown(game);
    await playLong(players, game.gameID, 0, longPlay.length);
    await players[1].api.game.resign.mutate({ gameID: game.gameID });
    const view = await expectAll(watchers, 2 + longPlay.length + 1);
    expect(view).toMatchObject({
      status: 'finished',
      ending: { reason: 'resignation', winner: 'white' },
    });
  });

  test('G-4 everyone connected is counted at both, also when they go', async () => {
    const game = await seatedGame(server(0).url, 'counted');
    const { clients, watchers } = await sitDown(game);
    const seen: (Presence | null)[] = [null, null];
    for (const n of [0, 1]) {
      const { unsubscribe } = clientOf(server(n).url).api.game.presence.subscribe(
        { gameID: game.gameID },
        {
          onData(presence) {
            seen[n] = presence;
          },
        },
      );
      onEnd(unsubscribe);
    }
    const both = (presence: Partial<Presence>) => [presence, presence];
    await expect.poll(() => seen).toMatchObject(both({ white: true, black: true, spectators: 4 }));
    watchers[3]?.stop();
    await clients[3].close();
    await expect.poll(() => seen).toMatchObject(both({ white: true, black: true, spectators: 2 }));
    watchers[1]?.stop();
    await clients[1].close();
    await expect.poll(() => seen).toMatchObject(both({ white: true, black: false, spectators: 2 }));
  });

  test('R-JOIN-4 of players who join at both at once one has the seat, and all see who', async () => {
    const users = await Promise.all(upTo(8).map((n) => register(server(n % 2).url, `joiner-${n}`)));
    const clients = users.map(({ token }, n) => clientOf(server(n % 2).url, token));
    for (let round = 0; round < 3; round++) {
      const gameID = await createGame(server(round % 2).url, users[0]?.token ?? '');
      const watchers = [0, 1].map((n) => watch(clientOf(server(n).url), gameID));
      const answers = await Promise.allSettled(
        clients.map((client) => client.api.game.join.mutate({ gameID, color: 'black' })),
      );
      const winners = users.filter((_, n) => answers[n]?.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      for (const watcher of watchers) {
        await watcher.seen(1);
        expect(watcher.raw).toEqual([1]);
        expect(watcher.view()?.blackUsername).toBe(winners[0]?.username);
      }
    }
  });

  test('G-3 a lobby at one shows what happens at the other', async () => {
    let lobby: Lobby = { open: [], moreOpen: false, playing: [], finished: [] };
    const { unsubscribe } = clientOf(server(1).url).api.lobby.watch.subscribe(undefined, {
      onData(update) {
        lobby = update.type === 'snapshot' ? update.lobby : foldLobby(lobby, update);
      },
    });
    onEnd(unsubscribe);
    const game = await seatedGame(server(0).url, 'lobby');
    const shown = () => lobby.playing.find(({ gameID }) => gameID === game.gameID);
    await expect.poll(shown).toMatchObject({ ply: 0, status: 'playing' });
    await clientOf(server(0).url, game.white.token).api.game.move.mutate({
      gameID: game.gameID,
      ply: 0,
      uci: longPlay[0] ?? '',
    });
    await expect.poll(() => shown()?.ply).toBe(1);
  });

  test('R-LOGOUT-1 a logout at one closes the connections at the other', async () => {
    const { token } = await register(server(0).url, 'leaver');
    const states: string[] = [];
    const client = clientOf(server(1).url, token, (state) => states.push(state));
    expect(await client.api.auth.me.query()).toMatchObject({ username: 'leaver' });
    expect(await rest(server(0).url, 'DELETE', '/session', { token })).toMatchObject({
      status: 200,
    });
    await expect.poll(() => states).toContain('reconnecting');
    await expect.poll(() => client.api.auth.me.query()).toBeNull();
  });

  test('F-8 games go on while Redis is away, and nothing is missing when it is back', async () => {
    const game = await seatedGame(server(0).url, 'no-redis');
    const { watchers, players } = await sitDown(game);
    await playLong(players, game.gameID, 0, 4);
    await redis.stop();
    await Promise.all(servers.map((one) => one.logged(/Redis can't be reached/)));
    await playLong(players, game.gameID, 4, 10);
    await expectAll(watchers, 12);
    const times = () => servers.map((one) => one.log().split('Connected to Redis').length);
    const before = times();
    await redis.start();
    await playLong(players, game.gameID, 10, 12);
    await expect
      .poll(() => times().every((count, n) => count > (before[n] ?? 0)), { timeout: 20_000 })
      .toBe(true);
    await playLong(players, game.gameID, 12, 20);
    await expectAll(watchers, 22);
  });

  test('F-9 when a process is killed its clients go on at the other, and nothing is lost', async () => {
    const game = await seatedGame(server(0).url, 'killed');
    const line = await lineTo(server(0).port);
    const white = clientOf(line.url, game.white.token);
    const black = clientOf(server(1).url, game.black.token);
    const watchers = [white, black, clientOf(line.url)].map((one) => watch(one, game.gameID));
    await Promise.all(watchers.map((watcher) => watcher.seen(2)));
    await playLong([white, black], game.gameID, 0, 5);
    const move = { gameID: game.gameID, ply: 6, uci: longPlay[6] ?? '' };
    await playLong([white, black], game.gameID, 5, 6);
    // The move is on its way when the process dies: the client sends it again, to the other one (T-2).
    const answered = white.api.game.move.mutate(move);
    line.switchTo(server(1).port);
    await server(0).kill();
    expect(await answered).toMatchObject({ ply: 7, number: 9 });
    await playLong([white, black], game.gameID, 7, 12);
    await expectAll(watchers, 14);
    await server(0).restart();
    const back = watch(clientOf(server(0).url), game.gameID);
    await back.seen(14);
    await playLong([white, black], game.gameID, 12, 14);
    await expectAll([...watchers], 16);
    await back.seen(16);
    expect(back.raw).toEqual(upTo(16));
  });
});
