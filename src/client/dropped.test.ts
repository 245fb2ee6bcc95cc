import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { longPlay, seatedGame } from '../testing/clients/seated-game.ts';
import { watchWith } from '../testing/clients/watcher.ts';
import { startProxy } from '../testing/faults/tcp-proxy.ts';
import { sharedServer } from '../testing/server/shared-server.ts';
import { apiErrorOf, createRookeryClient, type RookeryClient } from './index.ts';

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
async function proxied() {
  const proxy = await startProxy(server().port);
  ends.push(() => proxy.close());
  return proxy;
}
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

/** A game and a function that plays its moves from ply to ply, over reliable connections. */
async function playable(name: string) {
  const game = await seatedGame(server().url, name);
  const { gameID, white, black } = game;
  const clients = [white, black].map(({ token }) => clientOf(server().url, token));
  const play = async (from: number, to: number) => {
    for (let ply = from; ply < to; ply++) {
      await clients[ply % 2]?.api.game.move.mutate({ gameID, ply, uci: longPlay[ply] ?? '' });
    }
  };
  return { ...game, play };
}

test('F-22 T-1 300 clients dropped at one moment reconnect and get every event once and in order', async () => {
  const { gameID, play } = await playable('dropped');
  const proxy = await proxied();
  const clients = Array.from({ length: 300 }, () => {
    const numbers: number[] = [];
    clientOf(proxy.url).api.game.events.subscribe(
      { gameID },
      { onData: ({ data }) => void numbers.push(data.number) },
    );
    return numbers;
  });
  const allHave = (last: number) =>
    expect
      .poll(() => clients.filter((numbers) => numbers.at(-1) === last).length, { timeout: 60_000 })
      .toBe(300);
  await allHave(2);
  await play(0, 4);
  proxy.cut();
  await play(4, 12);
  await allHave(14);
  for (const numbers of clients) expect(numbers).toEqual(upTo(14));
  expect(proxy.connections()).toBeGreaterThanOrEqual(600);
}, 120_000);

test('T-1 a silent connection is abandoned and the next one continues', async () => {
  const { gameID, play } = await playable('stalled');
  const proxy = await proxied();
  const watcher = watchWith(clientOf(proxy.url), gameID);
  ends.push(watcher.stop);
  await watcher.seen(2);
  proxy.stall();
  await play(0, 6);
  await watcher.seen(8);
  expect(watcher.raw).toEqual(upTo(8));
});

test('G-5 a move in flight, a draw offer and a message show their real state after reconnecting', async () => {
  const { gameID, white, black, play } = await playable('flight');
  await play(0, 4);
  const proxy = await proxied();
  const player = clientOf(proxy.url, white.token);
  const watcher = watchWith(player, gameID);
  ends.push(watcher.stop);
  const texts: string[] = [];
  const room = { gameID, room: 'players' } as const;
  player.api.chat.messages.subscribe(room, { onData: ({ data }) => void texts.push(data.text) });
  const opponent = clientOf(server().url, black.token).api;
  await opponent.chat.say.mutate({ ...room, text: 'before' });
  await watcher.seen(6);
  await expect.poll(() => texts).toEqual(['before']);

  proxy.stall();
  const move = player.api.game.move.mutate({ gameID, ply: 4, uci: longPlay[4] ?? '' });
  // The client can't know whether the offer arrived: it doesn't repeat it, and reports that.
  const offer = expect(player.api.game.offerDraw.mutate({ gameID })).rejects.toSatisfy(
    (error) => apiErrorOf(error) === null,
  );
  await opponent.game.offerDraw.mutate({ gameID });
  await opponent.chat.say.mutate({ ...room, text: 'meanwhile' });
  proxy.cut();

  expect(await move).toMatchObject({ ply: 5, number: 8 });
  await offer;
  await watcher.seen(8);
  const truth = await opponent.game.get.query({ gameID });
  expect(truth).toMatchObject({ lastEvent: 8, drawOffer: null });
  expect(watcher.view()).toEqual(truth);
  await expect.poll(() => texts).toEqual(['before', 'meanwhile']);
});

test('a closed client stays closed, whatever was pending', async () => {
  const { gameID } = await playable('closed');
  const proxy = await proxied();
  const client = clientOf(proxy.url);
  await client.api.game.get.query({ gameID });
  proxy.stall();
  const waiting = client.api.game.get.query({ gameID }).then(
    () => 'answered',
    () => 'failed',
  );
  const closing = client.close();
  proxy.cut();
  expect(await waiting).toBe('failed');
  await closing;
  await expect(client.api.game.get.query({ gameID })).rejects.toThrow(/closed/);
  expect(proxy.connections()).toBe(1);
});
