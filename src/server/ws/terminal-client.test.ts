import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, onTestFailed, test } from 'vitest';
import { listGames, rest } from '../../testing/clients/rest-client.ts';
import { openTerminal, type Terminal } from '../../testing/clients/terminal.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const terminals: Terminal[] = [];
afterEach(() => {
  for (const terminal of terminals.splice(0)) terminal.kill();
});

/** Starts a terminal client and registers. */
async function person(name: string): Promise<Terminal> {
  const terminal = openTerminal(server().url);
  terminals.push(terminal);
  onTestFailed(() => console.log(`${name} saw:\n${stripVTControlCharacters(terminal.shown())}`));
  terminal.say(`register ${name} secret ${name}@example.org`);
  await terminal.sees(`Welcome, ${name}.`);
  return terminal;
}

async function createdBy(terminal: Terminal, name: string): Promise<string> {
  terminal.say(`create ${name}`);
  return (await terminal.sees(/Game \d+ created/)).replace(/\D/g, '');
}

/** Programs start slowly on a busy machine. */
describe('the terminal client', { timeout: 120_000 }, () => {
  test('W-2 two players play a game to mate, and a third user observes', async () => {
    const [ann, bob, eve] = await Promise.all([person('ann'), person('bob'), person('eve')]);
    const game = await createdBy(ann, 'Sunday game');
    ann.say(`join ${game} white`);
    await ann.sees('Sunday game: ann – (free)');
    bob.say('list');
    await bob.sees(`${game}  Sunday game  ann – (free)`);
    bob.say(`join ${game} BLACK`);
    await bob.sees('Sunday game: ann – bob');
    await ann.sees('* bob joined the game as black');
    eve.say(`observe ${game}`);
    await eve.sees('White to move.');
    for (const player of [ann, bob]) await player.sees('* eve joined the game as an observer');

    const moves = ['f2 f3', 'e7 e5', 'g2 g4', 'd8 h4'];
    for (const [ply, move] of moves.entries()) {
      const [mover, other] = ply % 2 === 0 ? [ann, bob] : [bob, ann];
      mover.say(`move ${move}`);
      await mover.sees(`Move ${ply + 1}: `);
      for (const watcher of [other, eve]) {
        await watcher.sees(`Move ${ply + 1}: `);
        await watcher.sees(`(${move.replace(' ', ' to ')})`);
      }
    }
    for (const one of [ann, bob, eve]) await one.sees('* ann is checkmated: bob wins');
    bob.say('move e8 e7');
    await bob.sees('* Error: the game is over');
    for (const one of [ann, bob, eve]) {
      one.say('quit');
      expect(await one.ended).toBe(0);
    }
  });

  test('W-1 the board is drawn from the player’s side, in colours, and shows a piece’s moves', async () => {
    const ann = await person('kim');
    const game = await createdBy(ann, 'k');
    ann.say(`join ${game} black`);
    await ann.sees(/h {2}g {2}f {2}e {2}d {2}c {2}b {2}a/);
    await ann.sees(/1 +♜ {2}♞ {2}♝ {2}♚ {2}♛ {2}♝ {2}♞ {2}♜ +1/);
    await ann.sees(/8 +♜ {2}♞ {2}♝ {2}♚/);
    await ann.sees('White to move.');
    ann.say('flip');
    await ann.sees(/a {2}b {2}c {2}d {2}e {2}f {2}g {2}h/);
    await ann.sees(/8 +♜ {2}♞ {2}♝ {2}♛ {2}♚/);
    await ann.sees('White to move.');
    const marked = () => ann.shown().split('\x1b[48;5;107m').length - 1;
    ann.say('highlight b1');
    await ann.sees(/1 +♜/);
    await ann.sees(/h \n/);
    expect(marked()).toBe(2);
    ann.say('highlight e4');
    await ann.sees('No piece on e4 can move.');
    ann.say('highlight x9');
    await ann.sees('not a square');
    ann.say('redraw');
    await ann.sees('White to move.');
  });

  test('W-3 W-4 players leave, resign, sign out and return', async () => {
    const [lea, tom] = await Promise.all([person('lea'), person('tom')]);
    const game = await createdBy(lea, 'l');
    lea.say(`join ${game} white`);
    await lea.sees('White to move.');
    tom.say(`join ${game} white`);
    await tom.sees('Error: already taken');
    tom.say(`observe ${game}`);
    await tom.sees('White to move.');
    lea.say('leave');
    await lea.sees('You left the game.');
    await tom.sees('* lea left the game: white to be taken');
    tom.say(`join ${game} white`);
    await tom.sees('l: tom – (free)');
    tom.say('resign');
    await tom.sees('* tom resigned: Black wins');
    tom.say('logout');
    await tom.sees('Signed out.');
    tom.say('list');
    await tom.sees('Register or log in first.');
    tom.say('login tom wrong');
    await tom.sees('Error: unauthorized');
    tom.say('login tom secret');
    await tom.sees('Welcome back, tom.');
    const body = { username: 'lea', password: 'secret' };
    const { authToken } = (await rest(server().url, 'POST', '/session', { body })).body as {
      authToken: string;
    };
    const [last] = (await listGames(server().url, authToken)).slice(-1);
    expect(last).toMatchObject({ whiteUsername: 'tom', blackUsername: null });
  });

  test('W-2 a pawn promotes to the requested piece; impossible commands get an error', async () => {
    const pia = await person('pia');
    pia.say('move e2 e4');
    await pia.sees('Join or observe a game first.');
    const game = await createdBy(pia, 'p');
    for (const color of ['white', 'black']) {
      pia.say(`join ${game} ${color}`);
      await pia.sees('White to move.');
    }
    for (const [n, move] of ['a2 a4', 'b7 b5', 'a4 b5', 'a7 a6', 'b5 a6', 'h7 h6'].entries()) {
      pia.say(`move ${move}`);
      await pia.sees(`Move ${n + 1}: `);
    }
    pia.say('move a6 a7');
    await pia.sees('Move 7: ');
    pia.say('move h6 h5');
    await pia.sees('Move 8: ');
    pia.say('move a7 b8 duke');
    await pia.sees('queen, rook, bishop or knight');
    pia.say('move a7 b8 Knight');
    await pia.sees('Move 9: axb8=N');
    pia.say('move z1 e4');
    await pia.sees('"z1" is not a square');
    pia.say('move e7 e4');
    await pia.sees('* Error: illegal move');
    pia.say('nonsense');
    await pia.sees('logout, quit, help');
  });

  test('G-5 it reconnects by itself after the server was down', async () => {
    const zoe = await person('zoe');
    const game = await createdBy(zoe, 'z');
    zoe.say(`join ${game} white`);
    await zoe.sees('White to move.');
    await server().restart();
    await zoe.sees('* Connection lost; reconnecting …');
    await zoe.sees('White to move.');
    zoe.say('move e2 e4');
    await zoe.sees('Move 1: e4. Black to move.');
  });
});
