import { WebSocket } from 'ws';
import { drawBoard, playersOf, type Side } from './board.ts';
import type { Game, ServerMessage, Session } from './server.ts';

const RECONNECT_MS = 1000;

/** The signed-in user, and the current game; a missing one throws an error with a text to print. */
export class Client {
  session: Session | null = null;
  side: Side = 'white';
  #socket: WebSocket | null = null;
  #entered = { authToken: '', gameID: 0 };
  #game: Game | null = null;

  constructor(
    readonly url: string,
    readonly print: (text: string) => void,
  ) {}

  get prompt(): string {
    const game = this.#game ? ` · game ${this.#game.gameID}` : '';
    return `${this.session?.username ?? 'signed out'}${game} > `;
  }

  get token(): string {
    if (!this.session) throw new Error('Register or log in first.');
    return this.session.authToken;
  }

  get game(): Game {
    if (!this.#game) throw new Error('Join or observe a game first.');
    return this.#game;
  }

  /** Follows a game, also across broken connections, until {@link quit}. */
  enter(gameID: number, side: Side = 'white'): void {
    this.#entered = { authToken: this.token, gameID };
    this.quit();
    this.side = side;
    this.#connect();
  }

  /** Closes the connection; the seat stays taken. */
  quit(): void {
    this.#socket?.close();
    this.#socket = null;
    this.#game = null;
  }

  send(commandType: string, more: object = {}): void {
    if (!this.#socket) throw new Error('Join or observe a game first.');
    if (this.#socket.readyState !== WebSocket.OPEN) throw new Error('Not connected; please wait.');
    this.#socket.send(JSON.stringify({ commandType, ...this.#entered, ...more }));
  }

  draw(): void {
    const { gameName, moves, status, teamTurn } = this.game;
    const last = moves.length > 0 ? `Move ${moves.length}: ${moves.at(-1)}. ` : '';
    const turn = teamTurn === 'WHITE' ? 'White to move.' : 'Black to move.';
    this.print(`${gameName}: ${playersOf(this.game)}`);
    this.print(drawBoard(this.game, this.side));
    this.print(last + (status === 'finished' ? 'The game is over.' : turn));
  }

  #connect(): void {
    const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}/ws`);
    const isLeft = () => this.#socket !== socket;
    this.#socket = socket;
    socket.on('open', () => this.send('CONNECT'));
    socket.on('message', (data) => isLeft() || this.#read(JSON.parse(data.toString())));
    socket.on('error', () => {}); // `close` follows
    socket.on('close', (code, reason) => {
      if (isLeft()) return;
      // The server closed it: signed out elsewhere, or all data was removed.
      if (code === 4001) return this.print(`* The connection was closed: ${reason}`);
      this.print('* Connection lost; reconnecting …');
      setTimeout(() => isLeft() || this.#connect(), RECONNECT_MS);
    });
  }

  #read(message: ServerMessage): void {
    if (message.serverMessageType === 'NOTIFICATION') this.print(`* ${message.message}`);
    else if (message.serverMessageType === 'ERROR') this.print(`* ${message.errorMessage}`);
    else {
      this.#game = message.game;
      this.draw();
    }
  }
}
