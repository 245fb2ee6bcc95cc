import { describe, expect, test } from 'vitest';
import { foldEvent } from '../contract/game/fold.ts';
import type { GameEvent, GameView } from '../contract/game/index.ts';
import { longPlay, seatedGame } from '../testing/clients/seated-game.ts';
import { playLong, testClients, upTo } from '../testing/clients/test-clients.ts';
import { sharedServer } from '../testing/server/shared-server.ts';
import { apiErrorOf } from './index.ts';

const server = sharedServer();
const { clientOf, lineTo, watch, playersOf, onEnd } = testClients();

/** A game, and its players over connections that hold. */
async function playable(name: string) {
  const game = await seatedGame(server().url, name);
  return { ...game, players: playersOf(server().url, game) };
}

const MANY = 300;

describe('watchers', () => {
  test('F-22 T-1 of 300 clients dropped at one moment, and of one on whose line nothing arrives any more, each comes back and has every event once and in order', async () => {
    const { gameID, players } = await playable('dropped');
    const stalled = await lineTo(server().port);
    const watcher = watch(clientOf(stalled.url), gameID);
    await watcher.seen(2);
    const line = await lineTo(server().port);
    const clients = Array.from({ length: MANY }, () => {
      const numbers: number[] = [];
      clientOf(line.url).api.game.events.subscribe(
        { gameID },
        { onData: ({ data }) => void numbers.push(data.number) },
      );
      return numbers;
    });
    const allHave = (last: number) =>
      expect
        .poll(() => clients.filter((numbers) => numbers.at(-1) === last).length, {
          timeout: 60_000,
        })
        .toBe(MANY);
    await allHave(2);
    stalled.stall();
    await playLong(players, gameID, 0, 4);
    line.cut();
    await playLong(players, gameID, 4, 12);
    await allHave(14);
    for (const numbers of clients) expect(numbers).toEqual(upTo(14));
    expect(line.connections()).toBeGreaterThanOrEqual(2 * MANY);
    // It gives the line up by itself.
    await watcher.seen(14);
    expect(watcher.raw).toEqual(upTo(14));
  });

  test('T-1 T-2 a watcher and a move continue across restarts of the server', async () => {
    const { gameID, players } = await playable('restart');
    const watcher = watch(clientOf(server().url), gameID);
    await watcher.seen(2);
    await playLong(players, gameID, 0, 4);
    await server().restart();
    await playLong(players, gameID, 4, 8);
    await server().kill();
    const answer = players[0].api.game.move.mutate({ gameID, ply: 8, uci: longPlay[8] ?? '' });
    await server().restart();
    expect(await answer).toMatchObject({ number: 11 });
    await playLong(players, gameID, 9, 12);
    await watcher.seen(14);
    expect(watcher.events.flatMap((event) => (event ? [event.number] : []))).toEqual(
      upTo(14).slice(2),
    );
    expect(watcher.raw).toEqual(upTo(14));
  });

  test('T-1 are given what came before, from the first event or after the last they have seen', async () => {
    const { gameID, players } = await playable('backlog');
    await playLong(players, gameID, 0, 6);
    const { api } = clientOf(server().url);
    const from = (lastEventId: string | undefined, count: number) =>
      new Promise<GameEvent[]>((resolve, reject) => {
        const events: GameEvent[] = [];
        const { unsubscribe } = api.game.events.subscribe(
          { gameID, ...(lastEventId && { lastEventId }) },
          {
            onData({ id, data }) {
              expect(id).toBe(String(data.number));
              if (events.push(data) === count) resolve(events);
            },
            onError: reject,
          },
        );
        onEnd(unsubscribe);
      });
    const all = await from(undefined, 8);
    expect(all.map(({ number }) => number)).toEqual(upTo(8));
    for (const last of [0, 1, 5, 7]) {
      expect(await from(String(last), 8 - last)).toEqual(all.slice(last));
    }
    const view = await api.game.get.query({ gameID });
    const start = { ...view, fen: view.initialFen, moves: [], lastEvent: 0 };
    const empty = { status: 'open' as const, whiteUsername: null, blackUsername: null };
    expect(all.reduce<GameView>(foldEvent, { ...start, ...empty })).toEqual(view);
  });
});

describe('a player', () => {
  test('T-2 whose answer was lost gets it on the next connection, and has moved once', async () => {
    const { gameID, white } = await playable('lost');
    const line = await lineTo(server().port);
    const player = clientOf(line.url, white.token);
    await player.api.auth.me.query();
    const witness = watch(clientOf(server().url), gameID);
    await witness.seen(2);

    line.silence();
    const answer = player.api.game.move.mutate({ gameID, ply: 0, uci: 'e2e4' });
    await witness.seen(3); // the move was played, and the player got no answer
    line.cut();

    expect(await answer).toMatchObject({ ply: 1, san: 'e4', number: 3 });
    const view = await player.api.game.get.query({ gameID });
    expect(view).toMatchObject({ lastEvent: 3, moves: [{ san: 'e4' }] });
  });

  test('G-5 sees a move in flight, a draw offer and a message truly after reconnecting', async () => {
    const { gameID, white, players } = await playable('flight');
    await playLong(players, gameID, 0, 4);
    const line = await lineTo(server().port);
    const player = clientOf(line.url, white.token);
    const watcher = watch(player, gameID);
    const texts: string[] = [];
    const room = { gameID, room: 'players' } as const;
    player.api.chat.messages.subscribe(room, { onData: ({ data }) => void texts.push(data.text) });
    const opponent = players[1].api;
    await opponent.chat.say.mutate({ ...room, text: 'before' });
    await watcher.seen(6);
    await expect.poll(() => texts).toEqual(['before']);

    line.stall();
    const move = player.api.game.move.mutate({ gameID, ply: 4, uci: longPlay[4] ?? '' });
    // Nobody knows whether it came through: the client doesn't repeat it, and says so.
    const offer = expect(player.api.game.offerDraw.mutate({ gameID })).rejects.toSatisfy(
      (error) => apiErrorOf(error) === null,
    );
    await opponent.game.offerDraw.mutate({ gameID });
    await opponent.chat.say.mutate({ ...room, text: 'meanwhile' });
    line.cut();

    expect(await move).toMatchObject({ ply: 5, number: 8 });
    await offer;
    await watcher.seen(8);
    const truth = await opponent.game.get.query({ gameID });
    expect(truth).toMatchObject({ lastEvent: 8, drawOffer: null });
    expect(watcher.view()).toEqual(truth);
    await expect.poll(() => texts).toEqual(['before', 'meanwhile']);
  });
});

test('a closed client stays closed, whatever it was waiting for', async () => {
  const { gameID } = await playable('closed');
  const line = await lineTo(server().port);
  const client = clientOf(line.url);
  await client.api.game.get.query({ gameID });
  line.stall();
  const waiting = client.api.game.get.query({ gameID }).then(
    () => 'answered',
    () => 'failed',
  );
  const closing = client.close();
  line.cut();
  expect(await waiting).toBe('failed');
  await closing;
  await expect(client.api.game.get.query({ gameID })).rejects.toThrow(/closed/);
  expect(line.connections()).toBe(1);
});
