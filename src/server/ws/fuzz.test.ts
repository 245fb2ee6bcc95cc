import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createGame, join, register, type TestUser } from '../../testing/clients/rest-client.ts';
import { connected, openWs } from '../../testing/clients/ws-client.ts';
import { anyText, fuzzSettings } from '../../testing/games/arbitraries.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let anna: TestUser;
let gameID: number;
beforeAll(async () => {
  anna = await register(server().url, 'anna');
  gameID = await createGame(server().url, anna.token);
  await join(server().url, anna.token, 'WHITE', gameID);
});

const any = fc.oneof(fc.jsonValue({ maxDepth: 2 }), anyText, fc.integer());
const mostly = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: any });
const coordinate = mostly(fc.integer({ min: 0, max: 9 }));
const square = fc.record(
  { row: coordinate, col: coordinate, column: coordinate },
  { requiredKeys: ['row'] },
);
const promotion = mostly(fc.constantFrom('QUEEN', 'knight', null, '', 'PAWN'));
const move = fc.record(
  {
    start: mostly(square),
    startPosition: mostly(square),
    end: mostly(square),
    endPosition: mostly(square),
    promotionPiece: promotion,
    promotion,
  },
  { requiredKeys: ['start', 'end'] },
);
const types = ['CONNECT', 'MAKE_MOVE', 'LEAVE', 'RESIGN', 'connect', '__proto__'];

/** A nearly valid command; token and game are added when it is sent. */
const command = fc.record(
  {
    commandType: mostly(fc.constantFrom(...types)),
    authToken: mostly(fc.constant('TOKEN')),
    gameID: mostly(fc.constantFrom('GAME', '0', 0, -1, 2 ** 31, 2 ** 53, 1.5, '1e1')),
    move: mostly(move),
  },
  { requiredKeys: ['commandType'] },
);
const frame = fc.oneof(
  { weight: 4, arbitrary: command.map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: fc.oneof(fc.json(), anyText) },
);

describe('the game protocol, whatever is sent', () => {
  test('W-5 any frames are answered or rejected with reasons, and the connection stays usable', async () => {
    const { url } = server();
    const property = fc.asyncProperty(fc.array(frame, { maxLength: 20 }), async (frames) => {
      const client = await connected(url, anna, gameID);
      for (const text of frames) {
        const named = text.replaceAll('"TOKEN"', JSON.stringify(anna.token));
        client.send(named.replaceAll('"GAME"', String(gameID)));
      }
      client.command(anna, 'CONNECT', 1_999_999_999);
      for (;;) {
        const message = await client.next();
        if (message.serverMessageType !== 'ERROR') continue;
        expect(message.errorMessage).toMatch(/^Error: (?!internal)/);
        if (message.errorMessage.includes('1999999999')) break;
      }
      await client.close();
    });
    await fc.assert(property, fuzzSettings(60));
  });

  test('W-5 any bytes after the handshake end at most this connection', async () => {
    const { port } = server();
    const handshake = [
      'GET /ws HTTP/1.1',
      'Host: 127.0.0.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ];
    /** Headers of frames, valid and invalid, with and without a mask, and what may follow. */
    const start = fc.constantFrom(0x81, 0x82, 0x01, 0x80, 0x88, 0x89, 0x8a, 0xc1, 0xff, 0x00);
    const length = fc.constantFrom(0x80, 0x85, 0xfd, 0xfe, 0xff, 0x05, 0x7e, 0x7f);
    const chunk = fc
      .tuple(start, length, fc.uint8Array({ maxLength: 40 }))
      .map(([first, second, rest]) => Buffer.from([first, second, ...rest]));
    const property = fc.asyncProperty(fc.array(chunk, { maxLength: 6 }), async (chunks) => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      await once(socket, 'connect');
      const upgraded = once(socket, 'data');
      socket.write(`${handshake.join('\r\n')}\r\n\r\n`);
      expect(String((await upgraded)[0])).toContain('101 Switching Protocols');
      socket.write(Buffer.concat(chunks));
      socket.end();
      socket.resume();
      await once(socket, 'close');
    });
    await fc.assert(property, fuzzSettings(60));
  });

  test('F-15 after all that the server works, and has logged no error', async () => {
    const client = await openWs(server().url);
    client.command(anna, 'CONNECT', gameID);
    await client.loaded();
    expect(server().log()).not.toMatch(/ error |Warning|Unhandled/);
    await client.close();
  });
});
