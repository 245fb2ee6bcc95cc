import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { foldEvent } from '../contract/game/fold.ts';
import type { GameEvent, GameView } from '../contract/game/index.ts';
import { longPlay, type SeatedGame, seatedGame } from '../testing/clients/seated-game.ts';
import { type Watcher, watchWith } from '../testing/clients/watcher.ts';
import { startProxy, type TcpProxy } from '../testing/faults/tcp-proxy.ts';
import { sharedServer } from '../testing/server/shared-server.ts';
import { createRookeryClient, type RookeryClient } from './index.ts';

const server = sharedServer();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function clientOf(url: string, token?: string): RookeryClient {
  const client = createRookeryClient({ url, token, WebSocket });
  ends.push(() => client.close());
  return client;
}
async function proxied(): Promise<TcpProxy> {
  const proxy = await startProxy(server().port);
  ends.push(() => proxy.close());
  return proxy;
}
/** Each player's client, connected without a proxy. */
const players = ({ white, black }: SeatedGame) =>
  [white, black].map(({ token }) => clientOf(server().url, token)) as [
    RookeryClient,
    RookeryClient,
  ];

function watch(client: RookeryClient, gameID: number): Watcher {
  const watcher = watchWith(client, gameID);
  ends.push(watcher.stop);
  return watcher;
}
const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const numbersOf = (events: readonly (GameEvent | null)[]) =>
  events.flatMap((event) => (event ? [event.number] : []));

/** Plays `longPlay` from ply `from` to ply `to`. */
async function play(
  clients: [RookeryClient, RookeryClient],
  gameID: number,
  from: number,
  to: number,
) {
  for (let ply = from; ply < to; ply++) {
    const mover = clients[ply % 2 === 0 ? 0 : 1];
    await mover.api.game.move.mutate({ gameID, ply, uci: longPlay[ply] ?? '' });
  }
}

describe('a watcher', () => {
  test('T-1 cut off repeatedly during a game gets every event exactly once', async () => {
    const game = await seatedGame(server().url, 'cut');
    const proxy = await proxied();
    const watcher = watch(clientOf(proxy.url), game.gameID);
    await watcher.seen(2);
    const clients = players(game);
    for (let ply = 0; ply < longPlay.length; ply += 3) {
      // Some moves happen before the cut, some after it, some during it.
      const played = play(clients, game.gameID, ply, ply + 3);
      if (ply % 2 === 0) await watcher.seen(ply + 3);
      proxy.cut();
      await played;
    }
    await watcher.seen(longPlay.length + 2);
    expect(numbersOf(watcher.events)).toEqual(upTo(3, longPlay.length + 2));
    expect(watcher.raw).toEqual(upTo(1, longPlay.length + 2));
    expect(proxy.connections()).toBeGreaterThan(1);
    const [white] = clients;
    expect(watcher.view()).toEqual(await white.api.game.get.query({ gameID: game.gameID }));
  });

  test('T-1 whose connection loses everything for a while catches up afterwards', async () => {
    const game = await seatedGame(server().url, 'lost packets');
    const proxy = await proxied();
    const watcher = watch(clientOf(proxy.url), game.gameID);
    await watcher.seen(2);
    const clients = players(game);
    proxy.silence();
    await play(clients, game.gameID, 0, 10);
    proxy.cut();
    await watcher.seen(12);
    await play(clients, game.gameID, 10, 12);
    await watcher.seen(14);
    expect(numbersOf(watcher.events)).toEqual(upTo(3, 14));
  });

  test('T-1 continues across a graceful and a sudden restart of the server', async () => {
    const game = await seatedGame(server().url, 'restart');
    const watcher = watch(clientOf(server().url), game.gameID);
    await watcher.seen(2);
    const clients = players(game);
    await play(clients, game.gameID, 0, 5);
    await server().restart();
    await play(clients, game.gameID, 5, 10);
    await server().kill();
    await server().restart();
    await play(clients, game.gameID, 10, 15);
    await watcher.seen(17);
    expect(numbersOf(watcher.events)).toEqual(upTo(3, 17));
    expect(watcher.raw).toEqual(upTo(1, 17));
  });

  test('T-1 gets earlier events, from the first one or after the last one it has seen', async () => {
    const game = await seatedGame(server().url, 'backlog');
    await play(players(game), game.gameID, 0, 6);
    const { api } = clientOf(server().url);
    const from = (lastEventId: string | undefined, count: number) =>
      new Promise<GameEvent[]>((resolve, reject) => {
        const events: GameEvent[] = [];
        const { unsubscribe } = api.game.events.subscribe(
          { gameID: game.gameID, ...(lastEventId && { lastEventId }) },
          {
            onData({ id, data }) {
              expect(id).toBe(String(data.number));
              if (events.push(data) === count) resolve(events);
            },
            onError: reject,
          },
        );
        ends.push(unsubscribe);
      });
    const all = await from(undefined, 8);
    expect(numbersOf(all)).toEqual(upTo(1, 8));
    for (const last of [0, 1, 5, 7]) {
      expect(await from(String(last), 8 - last)).toEqual(all.slice(last));
    }
    const view = await api.game.get.query({ gameID: game.gameID });
    const start = {
      ...view,
      fen: view.initialFen,
      moves: [],
      lastEvent: 0,
      status: 'open' as const,
    };
    const seats = { whiteUsername: null, blackUsername: null };
    expect(all.reduce<GameView>(foldEvent, { ...start, ...seats })).toEqual(view);
  });
});

describe('a player', () => {
  test('T-2 whose answer was lost gets it on the next connection, and has moved once', async () => {
    const game = await seatedGame(server().url, 'lost');
    const proxy = await proxied();
    const white = clientOf(proxy.url, game.white.token);
    await white.api.auth.me.query();
    const witness = watch(clientOf(server().url), game.gameID);
    await witness.seen(2);

    proxy.silence();
    const answer = white.api.game.move.mutate({ gameID: game.gameID, ply: 0, uci: 'e2e4' });
    await witness.seen(3); // the move was played, and the player got no answer
    proxy.cut();

    expect(await answer).toMatchObject({ ply: 1, san: 'e4', number: 3 });
    const view = await white.api.game.get.query({ gameID: game.gameID });
    expect(view).toMatchObject({ lastEvent: 3, moves: [{ san: 'e4' }] });
  });

  test('T-2 who moves while the server is down has moved once when it is back', async () => {
    const game = await seatedGame(server().url, 'away');
    const [white, black] = players(game);
    await white.api.auth.me.query();
    await server().kill();
    const answer = white.api.game.move.mutate({ gameID: game.gameID, ply: 0, uci: 'e2e4' });
    await server().restart();
    expect(await answer).toMatchObject({ number: 3 });
    await black.api.game.move.mutate({ gameID: game.gameID, ply: 1, uci: 'e7e5' });
    expect(await white.api.game.get.query({ gameID: game.gameID })).toMatchObject({ lastEvent: 4 });
  });
});
