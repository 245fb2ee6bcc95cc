import { once } from 'node:events';
import { expect } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import type { ServerMessage, WireGame } from '../../contract/game-protocol.ts';
import type { TestUser } from './rest-client.ts';

/** A terminal client of the game protocol, without retries. */
export interface WsClient {
  readonly socket: WebSocket;
  /** Sends an object as JSON; text and bytes unchanged. */
  send(frame: object | string): void;
  /** Sends a command of this user. */
  command(user: TestUser, commandType: string, gameID: number | string, more?: object): void;
  /** A move as squares: `e2e4`, `e7e8 QUEEN`. */
  move(user: TestUser, gameID: number, move: string): void;
  /** The next message of any type. */
  next(): Promise<ServerMessage>;
  /** Takes the next message, which must load a game. @returns the game */
  loaded(): Promise<WireGame>;
  /** Takes the next message, which must be a notification. @returns its text */
  notified(): Promise<string>;
  /** Takes the next message, which must be an error. @returns its text */
  error(): Promise<string>;
  /** Proves that no other message has arrived, and that the connection is usable. */
  nothingMore(): Promise<void>;
  /** The close code and reason, once it is closed. */
  readonly closed: Promise<readonly [code: number, reason: string]>;
  close(): Promise<void>;
}

export async function openWs(url: string, options: ClientOptions = {}): Promise<WsClient> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, options);
  const messages: ServerMessage[] = [];
  let wake = () => {};
  let open = true;
  socket.on('message', (data) => {
    messages.push(JSON.parse(data.toString()));
    wake();
  });
  const closed = new Promise<readonly [number, string]>((resolve) => {
    socket.on('close', (code, reason) => {
      open = false;
      wake();
      resolve([code, reason.toString()]);
    });
  });
  await once(socket, 'open');
  socket.on('error', () => {}); // seen by `closed`

  async function next(): Promise<ServerMessage> {
    for (;;) {
      const message = messages.shift();
      if (message) return message;
      if (!open) throw new Error('The connection closed before a message came.');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  const send = (frame: object | string) =>
    socket.send(
      typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame),
    );
  const client: WsClient = {
    socket,
    send,
    command: ({ token }, commandType, gameID, more = {}) =>
      send({ commandType, authToken: token, gameID, ...more }),
    move: (user, gameID, move) =>
      client.command(user, 'MAKE_MOVE', gameID, { move: wireMove(move) }),
    next,
    async loaded() {
      const message = await next();
      if (message.serverMessageType !== 'LOAD_GAME') throw unexpected('LOAD_GAME', message);
      return message.game;
    },
    async notified() {
      const message = await next();
      if (message.serverMessageType !== 'NOTIFICATION') throw unexpected('NOTIFICATION', message);
      return message.message;
    },
    async error() {
      const message = await next();
      if (message.serverMessageType !== 'ERROR') throw unexpected('ERROR', message);
      expect(message.errorMessage).toMatch(/^Error: /);
      return message.errorMessage;
    },
    async nothingMore() {
      send('fence');
      expect(await client.next()).toEqual({
        serverMessageType: 'ERROR',
        errorMessage: 'Error: bad request (the frame must be JSON)',
      });
    },
    closed,
    async close() {
      socket.close();
      await closed;
    },
  };
  return client;
}

const unexpected = (expected: string, message: ServerMessage) =>
  new Error(`Not ${expected} but ${JSON.stringify(message)}`);

/** `e7e8 QUEEN` in the protocol's form. */
export function wireMove(text: string): object {
  const [squares = '', promotionPiece = null] = text.split(' ');
  const square = (from: number) => ({
    row: Number(squares[from + 1]),
    col: squares.charCodeAt(from) - 96,
  });
  return { start: square(0), end: square(2), promotionPiece };
}

/** Connects to a game and takes its LOAD_GAME. */
export async function connected(url: string, user: TestUser, gameID: number): Promise<WsClient> {
  const client = await openWs(url);
  client.command(user, 'CONNECT', gameID);
  await client.loaded();
  return client;
}
