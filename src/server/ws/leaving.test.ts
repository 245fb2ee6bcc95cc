import { beforeAll, describe, expect, test } from 'vitest';
import { join, listGames, register, type TestUser } from '../../testing/clients/rest-client.ts';
import { seatedGame } from '../../testing/clients/seated-game.ts';
import { type WsClient, wireMove } from '../../testing/clients/ws-client.ts';
import { others, play, wsGames } from '../../testing/clients/ws-game.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { open, connect, table } = wsGames(server);
let nobody: TestUser;
beforeAll(async () => {
  nobody = await register(server().url, 'nobody');
});

describe('LEAVE and RESIGN', () => {
  test('W-3 a player who leaves frees the seat; only the others are notified', async () => {
    const at = await table('w3');
    const { gameID, white, black } = at.game;
    at.white.command(white, 'LEAVE', gameID);
    for (const client of others(at, at.white)) {
      expect(await client.notified()).toBe('w3-white left the game: white to be taken');
      await client.nothingMore();
    }
    await at.white.nothingMore();
    const listed = (await listGames(server().url, white.token)).find((g) => g.gameID === gameID);
    expect(listed).toMatchObject({ whiteUsername: null, blackUsername: 'w3-black' });
    // Another user takes the seat, and the game continues.
    await join(server().url, nobody.token, 'WHITE', gameID);
    for (const client of others(at, at.white)) await client.nothingMore();
    const newcomer = await connect(nobody, gameID);
    for (const client of others(at, at.white)) {
      expect(await client.notified()).toBe('nobody joined the game as white');
      await client.nothingMore();
    }
    newcomer.move(nobody, gameID, 'e2e4');
    await newcomer.loaded();
    at.black.move(black, gameID, 'e7e5');
    expect(await newcomer.loaded()).toMatchObject({ moves: ['e4', 'e5'] });
    await at.white.nothingMore();
  });

  test('W-3 an observer who leaves gets no more messages, nor does a player who leaves a finished game', async () => {
    const at = await table('w3b');
    const { gameID, white, black } = at.game;
    at.watching.command(at.observer, 'LEAVE', gameID);
    for (const client of [at.white, at.black]) {
      expect(await client.notified()).toBe('w3b-observer left the game');
    }
    at.white.command(white, 'RESIGN', gameID);
    for (const client of [at.white, at.black]) await client.notified();
    at.black.command(black, 'LEAVE', gameID);
    expect(await at.white.notified()).toBe('w3b-black left the game');
    for (const client of at.everyone) await client.nothingMore();
    at.black.command(black, 'LEAVE', gameID);
    expect(await at.black.error()).toContain('CONNECT');
    const listed = (await listGames(server().url, white.token)).find((g) => g.gameID === gameID);
    expect(listed).toMatchObject({ blackUsername: 'w3b-black' });
  });

  test('W-3 a closed socket without LEAVE keeps the seat, and nobody is notified', async () => {
    const at = await table('w3c');
    await at.white.close();
    at.black.command(at.game.black, 'CONNECT', at.game.gameID);
    expect(await at.black.loaded()).toMatchObject({ whiteUsername: 'w3c-white' });
    await at.black.nothingMore();
  });

  test('W-3 LEAVE counts also when the socket closes right after it', async () => {
    const at = await table('w3e');
    const { gameID, white } = at.game;
    at.white.move(white, gameID, 'e2e4');
    at.white.command(white, 'LEAVE', gameID);
    at.white.socket.close();
    for (const client of others(at, at.white)) {
      expect(await client.loaded()).toMatchObject({ moves: ['e4'] });
      await client.notified();
      expect(await client.notified()).toContain('w3e-white left the game: white to be taken');
      await client.nothingMore();
    }
  });

  test('W-3 commands before LEAVE are answered before it', async () => {
    const at = await table('w3d');
    at.white.move(at.game.white, at.game.gameID, 'e2e4');
    at.white.command(at.game.white, 'LEAVE', at.game.gameID);
    expect(await at.white.loaded()).toMatchObject({ moves: ['e4'] });
    await at.black.loaded();
    await at.black.notified();
    expect(await at.black.notified()).toContain('left the game');
    await at.white.nothingMore();
  });

  test('W-4 a resignation ends the game; everyone gets one notification, the sender included', async () => {
    const at = await table('w4');
    const { gameID, white, black } = at.game;
    at.black.command(black, 'RESIGN', gameID);
    for (const client of at.everyone) {
      expect(await client.notified()).toBe('w4-black resigned: w4-white wins');
      await client.nothingMore();
    }
    at.white.move(white, gameID, 'e2e4');
    expect(await at.white.error()).toBe('Error: the game is over');
    at.white.command(white, 'RESIGN', gameID);
    expect(await at.white.error()).toBe('Error: the game is over');
    at.white.command(white, 'CONNECT', gameID);
    expect(await at.white.loaded()).toMatchObject({ status: 'finished', winner: 'WHITE' });
  });
});

describe('errors', () => {
  test('W-5 each error goes to the sender only, and the connection stays usable', async () => {
    const at = await table('w5');
    const { gameID, white, black } = at.game;
    const expectError = async (client: WsClient, text: string | RegExp) => {
      expect(await client.error()).toMatch(text);
    };
    at.white.move({ ...white, token: 'unknown' }, gameID, 'e2e4');
    await expectError(at.white, /^Error: unauthorized$/);
    at.white.command({ ...white, token: 'unknown' }, 'CONNECT', gameID);
    await expectError(at.white, /^Error: unauthorized$/);
    at.white.command(white, 'CONNECT', 2_000_000);
    await expectError(
      at.white,
      /^Error: bad request \(gameID: 2000000: no game has this number\)$/,
    );
    at.white.move(white, gameID, 'e2e5');
    await expectError(at.white, /^Error: illegal move/);
    at.white.move(white, gameID, 'e7e5');
    await expectError(at.white, /^Error: illegal move/);
    at.black.move(black, gameID, 'e7e5');
    await expectError(at.black, /^Error: not your turn$/);
    at.watching.move(at.observer, gameID, 'e2e4');
    await expectError(at.watching, /^Error: not a player of this game$/);
    at.watching.command(at.observer, 'RESIGN', gameID);
    await expectError(at.watching, /^Error: not a player of this game$/);
    for (const client of at.everyone) await client.nothingMore();
    await play(at, ['e2e4', 'e7e5']);
  });

  test('W-5 frames that can’t be parsed get an error with the reason', async () => {
    const client = await open();
    const base = { commandType: 'MAKE_MOVE', authToken: nobody.token, gameID: 1 };
    const frames: [frame: object | string, text: RegExp][] = [
      ['', /must be JSON/],
      ['{', /must be JSON/],
      ['null', /Error: bad request/],
      ['[]', /Error: bad request/],
      ['"CONNECT"', /Error: bad request/],
      ['[['.repeat(4000), /must be JSON/],
      [{}, /commandType: must be CONNECT, MAKE_MOVE, LEAVE or RESIGN/],
      [{ ...base, commandType: 'connect' }, /commandType/],
      [{ ...base, commandType: '__proto__' }, /commandType/],
      [{ ...base, commandType: 'CONNECT', gameID: null }, /gameID/],
      [{ ...base, commandType: 'CONNECT', gameID: '1e3' }, /gameID/],
      [{ ...base, commandType: 'CONNECT', gameID: 1.5 }, /gameID/],
      [base, /move/],
      [{ ...base, move: 'e2e4' }, /move/],
      [{ ...base, move: { start: { row: 2, col: 5 } } }, /move\.end/],
      [{ ...base, move: { start: { row: 0, col: 9 }, end: { row: 1, col: 1 } } }, /move\.start/],
      [{ ...base, move: { ...wireMove('e7e8'), promotionPiece: 'DUKE' } }, /promotionPiece: must/],
      [{ ...base, authToken: 7 }, /move/],
      [{ ...base, authToken: 7, commandType: 'CONNECT' }, /unauthorized/],
      [Buffer.from('{"commandType":"CONNECT","gameID":1}'), /unauthorized/],
      [Buffer.from([0xff, 0x00]), /must be JSON/],
    ];
    for (const [frame, text] of frames) {
      client.send(frame);
      expect(await client.error(), JSON.stringify(frame)).toMatch(text);
    }
  });

  test('W-6 messages stay with their game, and a socket acts only where it is connected', async () => {
    const { url } = server();
    const one = await seatedGame(url, 'w6a');
    const two = await seatedGame(url, 'w6b');
    const atOne = await connect(one.white, one.gameID);
    const atTwo = await connect(two.white, two.gameID);
    const atBoth = await connect(nobody, one.gameID);
    atBoth.command(nobody, 'CONNECT', two.gameID);
    expect(await atBoth.loaded()).toMatchObject({ gameID: two.gameID });
    for (const client of [atOne, atTwo]) await client.notified();

    for (const command of ['MAKE_MOVE', 'LEAVE', 'RESIGN']) {
      atTwo.command(one.white, command, one.gameID, { move: wireMove('e2e4') });
      expect(await atTwo.error()).toBe(
        `Error: forbidden (gameID: CONNECT to game ${one.gameID} first)`,
      );
    }
    atTwo.move(two.white, two.gameID, 'd2d4');
    expect(await atTwo.loaded()).toMatchObject({ gameID: two.gameID });
    expect(await atBoth.loaded()).toMatchObject({ gameID: two.gameID });
    await atBoth.notified();
    atOne.move(one.white, one.gameID, 'e2e4');
    expect(await atOne.loaded()).toMatchObject({ gameID: one.gameID, moves: ['e4'] });
    expect(await atBoth.loaded()).toMatchObject({ gameID: one.gameID });
    await atBoth.notified();
    for (const client of [atOne, atTwo, atBoth]) await client.nothingMore();
  });
});
