import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, test } from 'vitest';
import { join, listGames, register } from '../../testing/clients/rest-client.ts';
import { openSocket, type TrpcSocket } from '../../testing/clients/trpc-socket.ts';
import type { WsClient } from '../../testing/clients/ws-client.ts';
import { others, play, type WsGame, wsGames } from '../../testing/clients/ws-game.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { connect, table } = wsGames(server);

let count = 0;
let at: WsGame;
let whiteBrowser: TrpcSocket;
let blackBrowser: TrpcSocket;
beforeEach(async () => {
  at = await table(`w9-${++count}`);
  const { white, black } = at.game;
  whiteBrowser = await openSocket(server().url, { params: { token: white.token } });
  blackBrowser = await openSocket(server().url, { params: { token: black.token } });
  return () => {
    whiteBrowser.close();
    blackBrowser.close();
  };
});
const ask = (browser: TrpcSocket, name: string, more: object = {}) =>
  browser.call('mutation', `game.${name}`, { gameID: at.game.gameID, ...more });

async function expectNotified(clients: readonly WsClient[], text: string | RegExp): Promise<void> {
  for (const client of clients) expect(await client.notified()).toMatch(text);
}

async function expectLoaded(game: object): Promise<void> {
  for (const client of at.everyone) expect(await client.loaded()).toMatchObject(game);
}

async function expectNothingMore(): Promise<void> {
  for (const client of at.everyone) await client.nothingMore();
}

describe('events from the browser', () => {
  test('W-9 a move arrives as the game and a notification, at the mover’s socket too', async () => {
    await ask(whiteBrowser, 'move', { ply: 0, uci: 'e2e4' });
    await expectLoaded({ moves: ['e4'], teamTurn: 'BLACK' });
    await expectNotified(at.everyone, /white played e4/);
    await expectNothingMore();
  });

  test('W-9 a whole game to mate, each side over another transport', async () => {
    const black = ['f7f6', 'g7g5'];
    const white = ['e2e4', 'd2d4', 'd1h5'];
    for (const [turn, uci] of white.entries()) {
      at.white.move(at.game.white, at.game.gameID, uci);
      for (const client of at.everyone) await client.loaded();
      await expectNotified(others(at, at.white), /white played/);
      const answer = black[turn];
      if (answer === undefined) break;
      await ask(blackBrowser, 'move', { ply: 2 * turn + 1, uci: answer });
      for (const client of at.everyone) await client.loaded();
      await expectNotified(at.everyone, /black played/);
    }
    await expectNotified(at.everyone, /black is checkmated: w9-\d+-white wins/);
    await expectNothingMore();
  });

  test('W-9 W-4 a resignation is sent to everyone', async () => {
    await play(at, ['e2e4', 'e7e5']);
    await ask(whiteBrowser, 'resign');
    await expectNotified(at.everyone, /white resigned: w9-\d+-black wins/);
    await expectNothingMore();
  });

  test('W-9 draws, takebacks and aborts arrive too', async () => {
    await play(at, ['e2e4', 'e7e5', 'g1f3']);
    await ask(whiteBrowser, 'offerTakeback');
    await expectNotified(at.everyone, /white proposes a takeback/);
    await ask(blackBrowser, 'acceptTakeback');
    await expectLoaded({ moves: ['e4', 'e5'], teamTurn: 'WHITE' });
    await expectNotified(at.everyone, /The last move was taken back/);
    await ask(blackBrowser, 'offerDraw');
    await expectNotified(at.everyone, /black offers a draw/);
    await ask(whiteBrowser, 'acceptDraw');
    await expectNotified(at.everyone, /The game is a draw by agreement/);
    await expectNothingMore();
  });

  test('W-9 an abort ends the game', async () => {
    await ask(blackBrowser, 'abort');
    await expectNotified(at.everyone, 'The game was aborted');
    await expectNothingMore();
  });
});

describe('seats taken and left over another transport', () => {
  const newcomer = () => register(server().url, `w9-${count}-new`);
  /** A change made while everyone is connected, and the seats that CONNECT shows afterwards. */
  const seatChanges: readonly [name: string, () => Promise<unknown>, seats: RegExp][] = [
    ['left over tRPC', () => ask(whiteBrowser, 'leave'), /^null, \S+-black$/],
    [
      'left, then taken by REST',
      async () => {
        await ask(whiteBrowser, 'leave');
        await join(server().url, (await newcomer()).token, 'WHITE', at.game.gameID);
      },
      /-new, \S+-black$/,
    ],
    [
      'left and taken again over tRPC',
      async () => {
        await ask(blackBrowser, 'leave');
        await ask(whiteBrowser, 'join', { color: 'black' });
      },
      /-white, \S+-white$/,
    ],
    [
      'swapped in a rematch',
      async () => {
        await ask(whiteBrowser, 'resign');
        await expectNotified(at.everyone, /resigned/);
        await ask(whiteBrowser, 'offerRematch');
        await ask(blackBrowser, 'declineRematch');
        await ask(whiteBrowser, 'offerRematch');
        await ask(whiteBrowser, 'cancelRematch');
        await ask(blackBrowser, 'offerRematch');
        await ask(whiteBrowser, 'acceptRematch');
      },
      /-white, \S+-black$/,
    ],
  ];

  test.each(seatChanges)(
    'W-10 a seat %s sends nothing; CONNECT shows it',
    async (_n, act, seats) => {
      await act();
      await expectNothingMore();
      at.watching.command(at.observer, 'CONNECT', at.game.gameID);
      const { whiteUsername, blackUsername } = await at.watching.loaded();
      expect(`${whiteUsername}, ${blackUsername}`).toMatch(seats);
    },
  );

  test('W-10 W-1 W-3 a seat left by LEAVE and taken by PUT is one notification at LEAVE and one at CONNECT', async () => {
    const { gameID, white } = at.game;
    at.white.command(white, 'LEAVE', gameID);
    await expectNotified(others(at, at.white), /-white left the game: white to be taken$/);
    const frameHandler = await newcomer();
    await join(server().url, frameHandler.token, 'WHITE', gameID);
    await expectNothingMore();
    const taking = await connect(frameHandler, gameID);
    await expectNotified(others(at, at.white), /-new joined the game as white$/);
    await expectNothingMore();
    await taking.nothingMore();
  });

  test('W-10 W-3 LEAVE after giving up the seat over another transport is one notification', async () => {
    await ask(whiteBrowser, 'leave');
    at.white.command(at.game.white, 'LEAVE', at.game.gameID);
    await expectNotified(others(at, at.white), /-white left the game$/);
    await expectNothingMore();
  });

  test('W-10 accepting a challenge sends nothing to its observers', async () => {
    const host = await newcomer();
    const browser = await openSocket(server().url, { params: { token: host.token } });
    const setup = { color: 'white', visibility: 'link' };
    const made = await browser.call('mutation', 'game.create', { gameName: 'by link', setup });
    const { gameID } = made as { gameID: number };
    const watching = await connect(at.observer, gameID);
    await blackBrowser.call('mutation', 'game.join', { gameID });
    await watching.nothingMore();
    watching.command(at.observer, 'CONNECT', gameID);
    expect(await watching.loaded()).toMatchObject({
      status: 'playing',
      whiteUsername: host.username,
    });
    browser.close();
  });
});

describe('events from /ws', () => {
  test('W-9 moves, seats and the end arrive in the browser once each', async () => {
    const { gameID, white, black } = at.game;
    const events = blackBrowser.subscribe('game.events', { gameID, lastEventId: '2' });
    const next = async () => (await events.next()).value?.result?.data;
    await events.next(); // the game has started
    at.white.move(white, gameID, 'e2e4');
    expect(await next()).toMatchObject({ data: { type: 'moved', san: 'e4', number: 3 } });
    at.black.command(black, 'LEAVE', gameID);
    expect(await next()).toMatchObject({ data: { type: 'seatLeft', color: 'black', number: 4 } });
    at.white.command(white, 'RESIGN', gameID);
    const ending = { reason: 'resignation', winner: 'black' };
    expect(await next()).toMatchObject({ data: { type: 'ended', ending, number: 5 } });
  });

  test('W-9 a connected user counts as present in the browser', async () => {
    const { gameID, white } = at.game;
    const presence = whiteBrowser.subscribe('game.presence', { gameID });
    const until = async (expected: object) => {
      for (;;) {
        const { value, done } = await presence.next();
        if (done) throw new Error('The subscription ended.');
        const data: object = Object(value.result?.data);
        if (isDeepStrictEqual({ ...data, ...expected }, data)) return;
      }
    };
    const observer = at.observer.username;
    await until({ white: true, black: true, spectators: 1, names: [observer] });
    await at.white.close();
    await until({ white: false, black: true, spectators: 1 });
    const again = await connect(white, gameID);
    await until({ white: true });
    again.command(white, 'LEAVE', gameID);
    at.watching.command(at.observer, 'LEAVE', gameID);
    await until({ white: false, black: true, spectators: 0, names: [] });
  });

  test('W-9 a move sent at once over both transports is played once', async () => {
    const { gameID, white } = at.game;
    at.white.move(white, gameID, 'e2e4');
    const moved = await ask(whiteBrowser, 'move', { ply: 0, uci: 'e2e4' });
    expect(moved).toMatchObject({ ply: 1, san: 'e4' });
    await expectLoaded({ moves: ['e4'] });
    const [listed] = (await listGames(server().url, white.token)).slice(-1);
    expect(listed).toMatchObject({ gameID });
  });
});
