import { beforeAll, describe, expect, test } from 'vitest';
import { createGame, join, register, type TestUser } from '../../testing/clients/rest-client.ts';
import { scholarsMate, seatedGame } from '../../testing/clients/seated-game.ts';
import { openWs, wireMove } from '../../testing/clients/ws-client.ts';
import { others, play, wsGames } from '../../testing/clients/ws-game.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const { open, connect, table } = wsGames(server);
let nobody: TestUser;
beforeAll(async () => {
  nobody = await register(server().url, 'nobody');
});

describe('CONNECT', () => {
  test('W-1 the sender gets the game, the others the name and role of the user', async () => {
    const { url } = server();
    const { gameID, white, black } = await seatedGame(url, 'w1');
    const first = await open();
    first.command(white, 'CONNECT', gameID);
    expect(await first.loaded()).toEqual({
      gameID,
      gameName: 'w1',
      whiteUsername: 'w1-white',
      blackUsername: 'w1-black',
      teamTurn: 'WHITE',
      fen: 'rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1',
      status: 'playing',
      winner: null,
      moves: [],
      board: expect.any(Array),
    });
    const second = await open();
    second.command(black, 'CONNECT', String(gameID));
    await second.loaded();
    expect(await first.notified()).toBe('w1-black joined the game as black');
    const third = await open();
    third.command(nobody, 'CONNECT', gameID);
    await third.loaded();
    for (const client of [first, second]) {
      expect(await client.notified()).toBe('nobody joined the game as an observer');
    }
    const again = await open();
    again.command(white, 'CONNECT', gameID);
    await again.loaded();
    for (const client of [first, second, third]) {
      expect(await client.notified()).toBe('w1-white joined the game as white');
    }
    for (const client of [first, second, third, again]) await client.nothingMore();
  });

  test('W-1 the board has row 1 first, and each row column 1 first', async () => {
    const gameID = await createGame(server().url, nobody.token);
    const client = await open();
    client.command(nobody, 'CONNECT', gameID);
    const { board, status } = await client.loaded();
    expect(status).toBe('open');
    expect(board.map((row) => row.length)).toEqual(Array(8).fill(8));
    expect(board[0]?.[4]).toEqual({ pieceColor: 'WHITE', type: 'KING' });
    expect(board[0]?.[0]).toEqual({ pieceColor: 'WHITE', type: 'ROOK' });
    expect(board[1]?.[7]).toEqual({ pieceColor: 'WHITE', type: 'PAWN' });
    expect(board[3]).toEqual(Array(8).fill(null));
    expect(board[7]?.[3]).toEqual({ pieceColor: 'BLACK', type: 'QUEEN' });
  });

  test('W-1 any origin may connect, and a cookie signs nobody in', async () => {
    const gameID = await createGame(server().url, nobody.token);
    const origin = 'https://elsewhere.example';
    const client = await openWs(server().url, {
      headers: { origin, cookie: `rookery=${nobody.token}` },
    });
    client.send({ commandType: 'CONNECT', gameID });
    expect(await client.error()).toBe('Error: unauthorized');
    client.command(nobody, 'CONNECT', gameID);
    await client.loaded();
    await client.close();
  });
});

describe('MAKE_MOVE', () => {
  test('W-2 everyone gets the game, then all but the sender the move', async () => {
    const at = await table('w2');
    at.white.move(at.game.white, at.game.gameID, 'e2e4');
    for (const client of at.everyone) {
      expect(await client.loaded()).toMatchObject({
        teamTurn: 'BLACK',
        moves: ['e4'],
        fen: 'rnbqkbnr/pppppppp/8/8/4P3/8/PPPP1PPP/RNBQKBNR b KQkq - 0 1',
      });
    }
    for (const client of others(at, at.white)) {
      expect(await client.notified()).toBe('w2-white played e4 (e2 to e4)');
    }
    for (const client of at.everyone) await client.nothingMore();
  });

  test('W-2 a check is sent to everyone, the sender included', async () => {
    const at = await table('check');
    await play(at, ['e2e4', 'f7f6']);
    at.white.move(at.game.white, at.game.gameID, 'd1h5');
    for (const client of at.everyone) {
      await client.loaded();
      if (client !== at.white) expect(await client.notified()).toContain('Qh5+');
      expect(await client.notified()).toBe('check-black is in check');
      await client.nothingMore();
    }
  });

  test('W-2 a whole game: checkmate ends it, and everyone is notified', async () => {
    const at = await table('mate');
    const { gameID, white } = at.game;
    await play(at, scholarsMate.slice(0, -1));
    at.white.move(white, gameID, 'h5f7');
    for (const client of at.everyone) {
      expect(await client.loaded()).toMatchObject({
        status: 'finished',
        winner: 'WHITE',
        moves: ['e4', 'e5', 'Qh5', 'Nc6', 'Bc4', 'Nf6', 'Qxf7#'],
      });
      if (client !== at.white) expect(await client.notified()).toContain('Qxf7#');
      expect(await client.notified()).toBe('mate-black is checkmated: mate-white wins');
      await client.nothingMore();
    }
    // A later CONNECT shows how it ended.
    const late = await open();
    late.command(nobody, 'CONNECT', gameID);
    expect(await late.loaded()).toMatchObject({ status: 'finished', winner: 'WHITE' });
    late.move(nobody, gameID, 'a2a3');
    expect(await late.error()).toContain('not a player');
    at.black.move(at.game.black, gameID, 'e8f7');
    await at.black.notified();
    expect(await at.black.error()).toContain('the game is over');
  });

  test('W-2 stalemate names the player who has no move', async () => {
    const at = await table('stale');
    // Sam Loyd's ten moves.
    const moves =
      'e2e3 a7a5 d1h5 a8a6 h5a5 h7h5 h2h4 a6h6 a5c7 f7f6 c7d7 e8f7 d7b7 d8d3 b7b8 d3h7 b8c8 f7g6 c8e6';
    const list = moves.split(' ');
    for (const [ply, move] of list.entries()) {
      const mover = ply % 2 === 0 ? at.white : at.black;
      mover.move(at.game.mover(ply), at.game.gameID, move);
      const isLast = ply === list.length - 1;
      for (const client of at.everyone) {
        const { moves: played, status, winner } = await client.loaded();
        expect(status).toBe(isLast ? 'finished' : 'playing');
        expect(winner).toBeNull();
        if (client !== mover) await client.notified();
        if (isLast) {
          expect(await client.notified()).toBe('stale-black is stalemated: the game is a draw');
        } else if (played.at(-1)?.endsWith('+')) await client.notified();
      }
    }
    for (const client of at.everyone) await client.nothingMore();
  });

  test('W-2 moves are accepted with all names of fields, and promotions in any case', async () => {
    const { url } = server();
    const gameID = await createGame(url, nobody.token);
    await join(url, nobody.token, 'WHITE', gameID);
    await join(url, nobody.token, 'BLACK', gameID);
    const client = await connect(nobody, gameID);
    const long = (a: string, b: string, promotion?: unknown) => ({
      startPosition: { row: Number(a[1]), column: a.charCodeAt(0) - 96 },
      endPosition: { row: Number(b[1]), column: b.charCodeAt(0) - 96 },
      ...(promotion !== undefined && { promotion }),
    });
    const moves = [
      wireMove('e2e4'),
      long('d7', 'd5'),
      long('e4', 'd5', null),
      long('c7', 'c6', ''),
      { start: { row: 5, col: 4 }, end: { row: 6, col: 3 } },
      long('g8', 'f6'),
      long('c6', 'b7'),
      long('b8', 'd7'),
      { ...wireMove('b7a8'), promotionPiece: 'kNiGhT', color: 'WHITE', unknown: [] },
    ];
    for (const move of moves) {
      client.command(nobody, 'MAKE_MOVE', String(gameID), { move });
      await client.loaded();
    }
    client.command(nobody, 'CONNECT', gameID);
    const { moves: played, fen } = await client.loaded();
    expect(played.at(-1)).toBe('bxa8=N');
    expect(fen).toMatch(/^N1bqkb1r/);
    await client.nothingMore();
  });

  test('W-2 the player of both sides is the sender of both sides’ moves', async () => {
    const { url } = server();
    const gameID = await createGame(url, nobody.token);
    const [one, two] = [await connect(nobody, gameID), await connect(nobody, gameID)];
    expect(await one.notified()).toBe('nobody joined the game as an observer');
    await join(url, nobody.token, 'WHITE', gameID);
    await join(url, nobody.token, 'BLACK', gameID);
    for (const [mover, other, move] of [
      [one, two, 'e2e4'],
      [two, one, 'e7e5'],
    ] as const) {
      mover.move(nobody, gameID, move);
      await mover.loaded();
      await mover.nothingMore();
      await other.loaded();
      expect(await other.notified()).toContain('nobody played e');
      await other.nothingMore();
    }
  });

  test('W-7 the player to move may move though the other seat is empty', async () => {
    const { url } = server();
    const gameID = await createGame(url, nobody.token);
    await join(url, nobody.token, 'WHITE', gameID);
    const client = await connect(nobody, gameID);
    client.move(nobody, gameID, 'd2d4');
    expect(await client.loaded()).toMatchObject({ moves: ['d4'], blackUsername: null });
    client.move(nobody, gameID, 'd7d5');
    expect(await client.error()).toBe('Error: not your turn');
    const black = await register(url, 'w7-black');
    await join(url, black.token, 'BLACK', gameID);
    await client.nothingMore();
    client.command(nobody, 'CONNECT', gameID);
    expect(await client.loaded()).toMatchObject({ blackUsername: 'w7-black', status: 'playing' });
  });
});
