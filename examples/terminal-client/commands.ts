import { squareFile, squareRank } from 'chessops/util';
import { drawBoard, playersOf, squareOf } from './board.ts';
import type { Client } from './client.ts';
import { type ListedGame, rest, type Session } from './server.ts';

/** Runs a command, or throws an error with a text to print. */
type Run = (client: Client, args: readonly string[]) => void | Promise<void>;

const command = (usage: string, purpose: string, run: Run) =>
  [usage.replace(/ .*/, ''), { usage, purpose, run }] as const;

/** All commands of the prompt by their first word. */
export const commands = new Map([
  command('register NAME PASSWORD EMAIL', 'create an account', async (client, args) => {
    const [username, password, email] = args;
    const account = { username, password, email };
    client.session = await rest<Session>('POST', `${client.url}/user`, '', account);
    client.print(`Welcome, ${client.session.username}.`);
  }),
  command('login NAME PASSWORD', 'sign in', async (client, [username, password]) => {
    const account = { username, password };
    client.session = await rest<Session>('POST', `${client.url}/session`, '', account);
    client.print(`Welcome back, ${client.session.username}.`);
  }),
  command('list [open|playing|finished]', 'show games', async (client, [status]) => {
    const query = new URLSearchParams({ limit: '1000', ...(status && { status }) });
    const url = `${client.url}/game?${query}`;
    const { games } = await rest<{ games: ListedGame[] }>('GET', url, client.token);
    for (const game of games) client.print(`${game.gameID}  ${game.gameName}  ${playersOf(game)}`);
    if (games.length === 0) client.print('There are no games; create one.');
  }),
  command('create NAME', 'create a game', async (client, args) => {
    const game = { gameName: args.join(' ') };
    const { gameID } = await rest<ListedGame>('POST', `${client.url}/game`, client.token, game);
    client.print(`Game ${gameID} created. Take a seat: join ${gameID} white`);
  }),
  command('join NUMBER white|black', 'take a seat', async (client, [number, playerColor]) => {
    const seat = { playerColor, gameID: numberOf(number) };
    await rest('PUT', `${client.url}/game`, client.token, seat);
    client.enter(seat.gameID, playerColor?.toLowerCase() === 'black' ? 'black' : 'white');
  }),
  command('observe NUMBER', 'watch a game', (client, [number]) => client.enter(numberOf(number))),
  command('move e2 e4 [queen]', 'move; what a pawn becomes', (client, [from, to, promotion]) => {
    if (promotion && !/^(queen|rook|bishop|knight)$/i.test(promotion)) {
      throw new Error('A pawn promotes to a queen, rook, bishop or knight: move e7 e8 queen');
    }
    const move = { start: positionOf(from), end: positionOf(to), promotionPiece: promotion };
    client.send('MAKE_MOVE', { move });
  }),
  command('highlight e2', 'show where a piece can go', (client, [square]) => {
    client.print(drawBoard(client.game, client.side, squareOf(square)));
  }),
  command('redraw', 'draw the board again', (client) => client.draw()),
  command('flip', 'see it from the other side', (client) => {
    client.side = client.side === 'white' ? 'black' : 'white';
    client.draw();
  }),
  command('resign', 'give the game up', (client) => client.send('RESIGN')),
  command('leave', 'leave the game; an untimed casual seat becomes free', (client) => {
    client.send('LEAVE');
    client.quit();
    client.print('You left the game.');
  }),
  command('logout', 'sign out', async (client) => {
    const { token } = client;
    client.quit();
    client.session = null;
    await rest('DELETE', `${client.url}/session`, token);
    client.print('Signed out.');
  }),
]);

function numberOf(text = ''): number {
  if (!/^\d+$/.test(text)) throw new Error('A game number is needed; "list" shows them.');
  return Number(text);
}

/** The protocol's coordinates: a1 is row 1, column 1. */
function positionOf(name?: string): { row: number; col: number } {
  const square = squareOf(name);
  return { row: squareRank(square) + 1, col: squareFile(square) + 1 };
}
