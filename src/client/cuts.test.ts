import { expect, test } from 'vitest';
import type { ChatMessage } from '../contract/chat/index.ts';
import type { GameEvent } from '../contract/game/index.ts';
import { register } from '../testing/clients/rest-client.ts';
import { testClients, upTo } from '../testing/clients/test-clients.ts';
import { type PlayerLog, playOnBadLine } from '../testing/faults/bad-line-player.ts';
import { randomFrom, testSeed, troubles } from '../testing/faults/troubles.ts';
import { sharedServer } from '../testing/server/shared-server.ts';
import type { RookeryClient } from './index.ts';

const server = sharedServer();
const { clientOf, lineTo, watch, onEnd } = testClients();

/** A game of 10+5 in which white challenged black. */
async function timedGame(name: string) {
  const white = await register(server().url, `${name}-white`);
  const black = await register(server().url, `${name}-black`);
  const { api } = clientOf(server().url, white.token);
  const { gameID } = await api.game.create.mutate({
    setup: {
      timeControl: { type: 'clock', limitMs: 600_000, incrementMs: 5000 },
      color: 'white',
      opponent: { type: 'user', username: black.username },
    },
  });
  await clientOf(server().url, black.token).api.game.join.mutate({ gameID });
  return { gameID, white, black };
}

/** The events of a numbered subscription up to number `last`. */
function collect<T>(
  subscribe: (onData: (item: { id: string; data: T }) => void) => { unsubscribe(): void },
) {
  const items: T[] = [];
  const ids: number[] = [];
  const { unsubscribe } = subscribe(({ id, data }) => {
    ids.push(Number(id));
    items.push(data);
  });
  onEnd(unsubscribe);
  return { items, ids };
}

const chatOf = ({ api }: RookeryClient, gameID: number) =>
  collect<ChatMessage>((onData) =>
    api.chat.messages.subscribe({ gameID, room: 'players' }, { onData }),
  );
const eventsOf = ({ api }: RookeryClient, gameID: number) =>
  collect<GameEvent>((onData) => api.game.events.subscribe({ gameID }, { onData }));

/** The event that each request causes. */
const became = {
  offerDraw: 'drawOffered',
  declineDraw: 'drawDeclined',
  offerTakeback: 'takebackOffered',
  acceptTakeback: 'takenBack',
  declineTakeback: 'takebackDeclined',
  giveTime: 'timeGiven',
  resign: 'ended',
} as const;

/** Checks the game's events against the requests that one player made and the answers received. */
function expectAsPlayed(events: readonly GameEvent[], color: 'white' | 'black', log: PlayerLog) {
  const moved = events.flatMap((event) =>
    event.type === 'moved' && event.color === color
      ? [{ ply: event.ply - 1, uci: event.uci, number: event.number }]
      : [],
  );
  expect(moved, 'every move once, none lost').toEqual(log.moves);
  for (const { ask, number } of log.accepted) {
    expect(events[number - 1], 'what was acknowledged').toMatchObject({ type: became[ask] });
  }
  for (const [ask, type] of Object.entries(became)) {
    if (type === 'ended' || type === 'takenBack' || type === 'timeGiven') continue;
    const happened = events.filter((event) => event.type === type && event.color === color);
    const asked = log.asked.filter((one) => one === ask);
    expect(happened.length, type).toBeLessThanOrEqual(asked.length);
  }
}

/** Plays one whole game over three unreliable lines: both players' and a watcher's. @returns how often they were cut */
async function badGame(name: string, seed: number): Promise<number> {
  const { gameID, white, black } = await timedGame(name);
  let over = false;
  const badLine = (salt: number, every: number) =>
    lineTo(
      server().port,
      troubles(randomFrom(seed + salt), every, () => over),
    );
  const lines = [await badLine(1, 12), await badLine(2, 12), await badLine(3, 8)] as const;
  const clients = [
    clientOf(lines[0].url, white.token),
    clientOf(lines[1].url, black.token),
    clientOf(lines[2].url),
  ] as const;
  const watchers = clients.map((client) => watch(client, gameID));
  const chats = [chatOf(clients[0], gameID), chatOf(clients[1], gameID)];
  const [whites, blacks] = await Promise.all(
    (['white', 'black'] as const).map((color, n) =>
      playOnBadLine({
        client: clients[n === 0 ? 0 : 1],
        gameID,
        color,
        random: randomFrom(seed + 4 + n),
        plies: 24,
      }),
    ),
  );
  over = true;

  const direct = clientOf(server().url, white.token);
  const truth = await direct.api.game.get.query({ gameID });
  const { items: events } = eventsOf(direct, gameID);
  await expect.poll(() => events.length).toBe(truth.lastEvent);
  expect(truth.status).toBe('finished');
  if (whites) expectAsPlayed(events, 'white', whites);
  if (blacks) expectAsPlayed(events, 'black', blacks);
  for (const watcher of watchers) {
    await watcher.seen(truth.lastEvent);
    expect(watcher.raw).toEqual(upTo(truth.lastEvent));
    expect(watcher.view()).toEqual(truth);
  }

  // The last message: its number is the count of messages.
  const { number: last } = await direct.api.chat.say.mutate({
    gameID,
    room: 'players',
    text: 'That was all.',
  });
  const { items: messages, ids: numbers } = chatOf(direct, gameID);
  for (const ids of [numbers, ...chats.map((chat) => chat.ids)]) {
    await expect.poll(() => ids).toEqual(upTo(last));
  }
  for (const { text, number } of [...(whites?.said ?? []), ...(blacks?.said ?? [])]) {
    if (number === null) continue;
    expect(messages.filter((message) => message.text === text)).toMatchObject([{ number }]);
  }
  expect(new Set(messages.map(({ text }) => text)).size).toBe(messages.length);
  return lines.reduce((sum, line) => sum + line.connections() - 1, 0);
}

test('T-1 T-2 whole timed games over connections that break at random moments end as they were played', async () => {
  const seed = testSeed();
  console.info(`FUZZ_SEED=${seed}`);
  const cuts = await Promise.all(
    [1, 2].map((n) => badGame(`bad-${seed}-${n}`.slice(0, 24), seed + 100 * n)),
  );
  expect(Math.min(...cuts)).toBeGreaterThan(0);
});
