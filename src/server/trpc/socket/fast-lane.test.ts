import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import { beforeEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { RookeryError } from '../../../contract/errors/index.ts';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import { sessionCaller } from '../../services/account/caller.ts';
import { type Context, noConnection } from '../context.ts';
import { appRouter } from '../router.ts';
import { Connection } from './connection.ts';
import { FastLane } from './fast-lane.ts';
import type { Outgoing } from './outgoing.ts';

const db = databaseFixtureOn(sqliteStore());
let app: TestServices;
let gameID: number;
beforeEach(async () => {
  app = testServicesOn(db);
  for (const name of ['anna', 'berta']) await db.dataAccess.createUser(name, 'hash', 'x');
  const tokens = { anna: '', berta: '' };
  for (const name of ['anna', 'berta'] as const) {
    tokens[name] = await db.dataAccess.createAuth(name);
  }
  gameID = await app.services.createGame.createGame(tokens.anna, 'Parity');
  await app.services.joinGame.joinGame(tokens.anna, 'white', gameID);
  await app.services.joinGame.joinGame(tokens.berta, 'black', gameID);
});

const noLimits = { request: async () => {}, signIn: async () => {} };

async function contextOf(username: string | null, limits = noLimits): Promise<Context> {
  return {
    services: app.services,
    liveGames: app.liveGames,
    limits,
    authToken: null,
    caller: username === null ? null : sessionCaller({ username, tokenDigest: '', role: 'user' }),
    address: '',
    userAgent: undefined,
    setCookie: null,
    ...noConnection,
  } as unknown as Context;
}

/** A client of both ways of answering; `frames` is what it received. */
function clientOf() {
  const frames: unknown[] = [];
  const send = (text: string | Buffer) => frames.push(JSON.parse(String(text)));
  const sendFrame = (frame: Buffer) => send(frame.subarray(frame.indexOf('{')));
  const socket = Object.assign(new EventEmitter(), { readyState: 1, send, close: () => {} });
  return {
    frames,
    socket: socket as unknown as WebSocket,
    outgoing: { send, sendFrame } as unknown as Outgoing,
  };
}

/** A connection with the fast lane; `left` has the frames that it left to tRPC. */
function fast(context: Promise<Context>) {
  const { frames, socket, outgoing } = clientOf();
  const visit = { token: null, address: '', userAgent: undefined };
  const connection = new Connection(socket, outgoing, visit);
  connection.frameHandler = new FastLane({ onError: () => {} }).serve(
    socket,
    outgoing,
    context,
  ).take;
  const left: string[] = [];
  connection.on('message', (data) => left.push(String(data)));
  const say = (frame: unknown) => {
    socket.emit('message', Buffer.from(typeof frame === 'string' ? frame : JSON.stringify(frame)));
  };
  return { frames, left, say, hangUp: () => socket.emit('close', 1000, Buffer.alloc(0)) };
}

/** A connection that only tRPC's adapter answers. */
function usual(context: Promise<Context>) {
  const { frames, socket } = clientOf();
  const wss = new WebSocketServer({ noServer: true });
  const serve = getWSConnectionHandler({ wss, router: appRouter, createContext: () => context });
  serve(socket, { url: '/', headers: { host: 'x' } } as IncomingMessage);
  return {
    frames,
    say: (frame: unknown) => socket.emit('message', Buffer.from(JSON.stringify(frame))),
  };
}

const call = (id: number | string, method: string, path: string, input: unknown, more = {}) => ({
  id,
  jsonrpc: '2.0',
  method,
  params: { path, input, ...more },
});
const move = (ply: number, uci: string, game = gameID) =>
  call(7, 'mutation', 'game.move', { gameID: game, ply, uci });

/** Lets both answer the same frame, the fast lane first. @returns the equal frames */
async function same(context: Promise<Context>, frame: unknown, count = 1): Promise<unknown[]> {
  const lane = fast(context);
  lane.say(frame);
  await expect.poll(() => lane.frames.length).toBe(count);
  const trpc = usual(context);
  trpc.say(frame);
  await expect.poll(() => trpc.frames.length).toBe(count);
  expect(lane.left).toEqual([]);
  expect(lane.frames).toEqual(trpc.frames);
  lane.hangUp();
  return lane.frames;
}

describe('the fast lane answers as tRPC does', () => {
  test('T-2 a move, a repeated one, and each error', async () => {
    const anna = contextOf('anna');
    const result = { data: { gameID, ply: 1, uci: 'e2e4', san: 'e4', number: 3 } };
    // tRPC receives the move for the second time.
    expect(await same(anna, move(0, 'e2e4'))).toMatchObject([{ id: 7, result }]);
    const { jsonrpc: _, ...old } = move(0, 'e2e4');
    expect(await same(anna, { ...old, id: 'x' })).toMatchObject([{ id: 'x', result }]);
    for (const [who, frame, rookeryCode] of [
      [anna, move(0, 'd2d4'), 'stale_ply'],
      [anna, move(1, 'e7e5'), 'not_your_turn'],
      [contextOf('berta'), move(1, 'e7e4'), 'illegal_move'],
      [contextOf('carl'), move(1, 'e7e5'), 'not_a_player'],
      [contextOf(null), move(1, 'e7e5'), 'unauthorized'],
      [anna, move(0, 'e2e4', 999), 'unknown_game'],
    ] as const) {
      expect(await same(who, frame)).toMatchObject([{ error: { data: { rookeryCode } } }]);
    }
  });

  test('T-2 a move repeated after it was taken back, and one for a position that was taken back', async () => {
    const anna = contextOf('anna');
    const seen = (lastEvent: number, ply: number, uci: string) =>
      call(7, 'mutation', 'game.move', { gameID, ply, uci, lastEvent });
    const { makeMove, ask } = app.services;
    const takeBack = async () => {
      await ask.ask('anna', gameID, 'offerTakeback');
      await ask.ask('berta', gameID, 'acceptTakeback');
    };
    await makeMove.makeMove('anna', gameID, { ply: 0, uci: 'e2e4' });
    await takeBack();
    const first = { data: { gameID, ply: 1, uci: 'e2e4', san: 'e4', number: 3 } };
    expect(await same(anna, seen(2, 0, 'e2e4'))).toMatchObject([{ result: first }]);
    const second = { data: { gameID, ply: 1, uci: 'e2e4', san: 'e4', number: 6 } };
    expect(await same(anna, seen(5, 0, 'e2e4'))).toMatchObject([{ result: second }]);
    await makeMove.makeMove('berta', gameID, { ply: 1, uci: 'e7e5' });
    await takeBack();
    for (const [ply, uci] of ['d2d4', 'd7d5'].entries()) {
      await makeMove.makeMove(ply === 0 ? 'anna' : 'berta', gameID, { ply, uci });
    }
    const data = { rookeryCode: 'stale_ply', field: 'lastEvent' };
    expect(await same(anna, seen(7, 2, 'g1f3'))).toMatchObject([{ error: { data } }]);
  });

  test('too many requests', async () => {
    const request = async () => {
      throw new RookeryError('too_many_requests', { retryAfterSeconds: 3 });
    };
    const data = { rookeryCode: 'too_many_requests', retryAfterSeconds: 3 };
    const busy = contextOf('anna', { ...noLimits, request });
    expect(await same(busy, move(0, 'e2e4'))).toMatchObject([{ error: { data } }]);
  });

  test('T-1 events from the first, after the last seen, and live', async () => {
    const input = { gameID };
    const spectator = contextOf(null);
    await same(spectator, call(1, 'subscription', 'game.events', input), 3);
    await same(spectator, call(1, 'subscription', 'game.events', { gameID, lastEventId: '1' }), 2);
    const resumed = call(1, 'subscription', 'game.events', input, { lastEventId: '2' });
    const lane = fast(spectator);
    const trpc = usual(spectator);
    for (const one of [lane, trpc]) {
      one.say(resumed);
      await expect.poll(() => one.frames.length).toBe(1);
    }
    await app.services.makeMove.makeMove('anna', gameID, { ply: 0, uci: 'e2e4' });
    await app.services.makeMove.makeMove('berta', gameID, { ply: 1, uci: 'e7e5' });
    for (const one of [lane, trpc]) {
      await expect.poll(() => one.frames.length).toBe(3);
      one.say({ id: 1, jsonrpc: '2.0', method: 'subscription.stop' });
      await expect.poll(() => one.frames.length).toBe(4);
    }
    await app.services.makeMove.makeMove('anna', gameID, { ply: 2, uci: 'g1f3' });
    expect(lane.frames).toEqual(trpc.frames);
    expect(lane.frames.at(-1)).toMatchObject({ result: { type: 'stopped' } });
  });

  test('T-1 a subscription that can’t start fails and ends', async () => {
    const spectator = contextOf(null);
    for (const [input, rookeryCode] of [
      [{ gameID: 999 }, 'unknown_game'],
      [{ gameID, lastEventId: '50' }, 'bad_request'],
    ] as const) {
      const frame = call(1, 'subscription', 'game.events', input);
      const lane = fast(spectator);
      const trpc = usual(spectator);
      for (const one of [lane, trpc]) {
        one.say(frame);
        await expect.poll(() => one.frames.length).toBe(3);
      }
      const comparable = (frames: unknown[]) =>
        JSON.parse(JSON.stringify(frames), (key, value) =>
          // tRPC reports anything thrown by a running subscription as an internal error.
          key === 'httpStatus' || (key === 'code' && value !== rookeryCode) ? null : value,
        );
      expect(comparable(lane.frames)).toEqual(comparable(trpc.frames));
      expect(lane.frames[1]).toMatchObject({ error: { data: { rookeryCode } } });
    }
  });

  test('leaves invalid calls, and calls of other procedures, to tRPC', async () => {
    const lane = fast(contextOf('anna'));
    const frames = [
      move(0, 'too long for a move'),
      { ...move(0, 'e2e4'), id: null },
      { ...move(0, 'e2e4'), method: 'query' },
      [move(0, 'e2e4')],
      call(1, 'subscription', 'game.events', { gameID, lastEventId: 'x' }),
      call(1, 'subscription', 'game.presence', { gameID }),
      { id: 9, method: 'subscription.stop' },
    ];
    for (const frame of frames) lane.say(frame);
    lane.say('{"path":"game.move"');
    expect(lane.left).toHaveLength(frames.length + 1);
    expect(lane.frames).toEqual([]);
  });

  test('W-3 a closed connection no longer follows the game', async () => {
    const lane = fast(contextOf('anna'));
    lane.say(call(1, 'subscription', 'game.events', { gameID }));
    await expect.poll(() => lane.frames.length).toBe(3);
    const signal = new AbortController();
    const present = app.liveGames.presence(gameID, signal.signal);
    expect((await present.next()).value).toMatchObject({ white: true });
    lane.hangUp();
    expect((await present.next()).value).toMatchObject({ white: false });
    signal.abort();
    await present.return();
  });
});
