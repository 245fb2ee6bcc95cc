import { drawBoard, legalSquares } from './board.ts';
import { type Color, type Game, GameSocket } from './game-socket.ts';
import { Server } from './server.ts';

const PROMOTIONS = /^(queen|rook|bishop|knight)$/i;

/** Everything that can be asked for at the prompt. Methods throw with words for the person. */
export class Client {
  readonly #server: Server;
  #session: { readonly username: string; readonly authToken: string } | null = null;
  #socket: GameSocket | null = null;
  #game: Game | null = null;
  #side: Color = 'white';

  constructor(
    url: string,
    private readonly print: (text: string) => void,
  ) {
    this.#server = new Server(url);
  }

  get prompt(): string {
    const game = this.#game ? ` · game ${this.#game.gameID}` : '';
    return `${this.#session?.username ?? 'signed out'}${game} > `;
  }

  async register(name = '', password = '', email = ''): Promise<void> {
    this.#session = await this.#server.register(name, password, email);
    this.print(`Welcome, ${this.#session.username}.`);
  }

  async login(name = '', password = ''): Promise<void> {
    this.#session = await this.#server.login(name, password);
    this.print(`Welcome back, ${this.#session.username}.`);
  }

  async logout(): Promise<void> {
    const token = this.#token();
    this.quit();
    this.#session = null;
    await this.#server.logout(token);
    this.print('Signed out.');
  }

  async list(status = ''): Promise<void> {
    const games = await this.#server.list(this.#token(), status);
    for (const { gameID, gameName, whiteUsername, blackUsername } of games) {
      this.print(
        `${gameID}  ${gameName}  ${whiteUsername ?? '(free)'} – ${blackUsername ?? '(free)'}`,
      );
    }
    if (games.length === 0) this.print('There are no games; create one.');
  }

  async create(...words: string[]): Promise<void> {
    const gameID = await this.#server.create(this.#token(), words.join(' '));
    this.print(`Game ${gameID} is there. Take a seat: join ${gameID} white`);
  }

  async join(number = '', color = ''): Promise<void> {
    await this.#server.join(this.#token(), color, numberOf(number));
    this.#enter(numberOf(number), color.toLowerCase() === 'black' ? 'black' : 'white');
  }

  observe(number = ''): void {
    this.#token();
    this.#enter(numberOf(number), 'white');
  }

  move(from = '', to = '', promotion = ''): void {
    if (promotion && !PROMOTIONS.test(promotion)) {
      throw new Error('A pawn becomes a queen, rook, bishop or knight: move e7 e8 queen');
    }
    const move = { start: squareOf(from), end: squareOf(to), promotionPiece: promotion || null };
    this.#joined().send('MAKE_MOVE', { move });
  }

  highlight(square = ''): void {
    const game = this.#shown();
    this.print(drawBoard(game, this.#side, square, legalSquares(game, square)));
  }

  redraw(): void {
    this.#draw(this.#shown());
  }

  flip(): void {
    this.#side = this.#side === 'white' ? 'black' : 'white';
    this.redraw();
  }

  resign(): void {
    this.#joined().send('RESIGN');
  }

  leave(): void {
    this.#joined().send('LEAVE');
    this.quit();
    this.print('You left the game.');
  }

  /** Lets go of the connection; the seat stays taken. */
  quit(): void {
    this.#socket?.close();
    this.#socket = null;
    this.#game = null;
  }

  #enter(gameID: number, side: Color): void {
    this.quit();
    this.#side = side;
    this.#socket = new GameSocket(this.#server.url, this.#token(), gameID, {
      loaded: (game) => this.#draw(game),
      said: (words) => this.print(`* ${words}`),
    });
  }

  #draw(game: Game): void {
    this.#game = game;
    const { gameName, whiteUsername, blackUsername, moves, status, teamTurn } = game;
    const turn = teamTurn === 'WHITE' ? 'White' : 'Black';
    this.print(`${gameName}: ${whiteUsername ?? '(free)'} – ${blackUsername ?? '(free)'}`);
    this.print(drawBoard(game, this.#side));
    const last = moves.length > 0 ? `Move ${moves.length}: ${moves.at(-1)}. ` : '';
    this.print(`${last}${status === 'finished' ? 'The game is over.' : `${turn} to move.`}`);
  }

  #token(): string {
    if (!this.#session) throw new Error('Register or log in first.');
    return this.#session.authToken;
  }

  #joined(): GameSocket {
    if (!this.#socket) throw new Error('Join or observe a game first.');
    return this.#socket;
  }

  #shown(): Game {
    if (!this.#game) throw new Error('Join or observe a game first.');
    return this.#game;
  }
}

function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error('Say the number of a game; "list" shows them.');
  return Number(text);
}

function squareOf(text: string): { row: number; col: number } {
  const [, file = '', rank] = /^([a-h])([1-8])$/i.exec(text) ?? [];
  if (!rank) throw new Error(`"${text}" is no square; say: move e2 e4`);
  return { row: Number(rank), col: file.toLowerCase().charCodeAt(0) - 96 };
}
