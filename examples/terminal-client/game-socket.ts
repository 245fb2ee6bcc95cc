import { WebSocket } from 'ws';

export type Color = 'white' | 'black';

/** A game as the server sends it (the fields that are used here). */
export interface Game {
  readonly gameID: number;
  readonly gameName: string;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
  readonly teamTurn: 'WHITE' | 'BLACK';
  readonly fen: string;
  readonly status: 'open' | 'playing' | 'finished';
  readonly moves: readonly string[];
  readonly board: readonly (readonly ({ pieceColor: string; type: string } | null)[])[];
}

type ServerMessage =
  | { readonly serverMessageType: 'LOAD_GAME'; readonly game: Game }
  | { readonly serverMessageType: 'NOTIFICATION'; readonly message: string }
  | { readonly serverMessageType: 'ERROR'; readonly errorMessage: string };

export interface Listener {
  loaded(game: Game): void;
  said(words: string): void;
}

const RECONNECT_MS = 1000;

/** One game over the game protocol. When the connection breaks it is opened again, until {@link close}. */
export class GameSocket {
  #socket: WebSocket | null = null;
  #closed = false;

  constructor(
    private readonly url: string,
    private readonly authToken: string,
    readonly gameID: number,
    private readonly listener: Listener,
  ) {
    this.#open();
  }

  send(commandType: string, more: object = {}): void {
    const { authToken, gameID } = this;
    if (this.#socket?.readyState !== WebSocket.OPEN) throw new Error('Not connected; please wait.');
    this.#socket.send(JSON.stringify({ commandType, authToken, gameID, ...more }));
  }

  close(): void {
    this.#closed = true;
    this.#socket?.close();
  }

  #open(): void {
    const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}/ws`);
    this.#socket = socket;
    socket.on('open', () => (this.#closed ? socket.close() : this.send('CONNECT')));
    socket.on('message', (data) => this.#read(JSON.parse(data.toString()) as ServerMessage));
    socket.on('error', () => {}); // `close` follows
    socket.on('close', (code, reason) => {
      if (this.#closed) return;
      // The server ended it: signed out elsewhere, or everything was removed.
      if (code === 4001) return this.listener.said(`The connection was closed: ${reason}`);
      this.listener.said('The connection is lost; trying again …');
      setTimeout(() => this.#closed || this.#open(), RECONNECT_MS);
    });
  }

  #read(message: ServerMessage): void {
    if (this.#closed) return;
    if (message.serverMessageType === 'LOAD_GAME') this.listener.loaded(message.game);
    else if (message.serverMessageType === 'ERROR') this.listener.said(message.errorMessage);
    else this.listener.said(message.message);
  }
}
