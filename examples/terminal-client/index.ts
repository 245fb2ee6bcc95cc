// A terminal client for Rookery's game protocol. usage: npx tsx examples/terminal-client [http://localhost:3000]
import { createInterface } from 'node:readline/promises';
import { Client } from './client.ts';

const help = `register NAME PASSWORD EMAIL   make an account
login NAME PASSWORD            sign in
list [open|playing|finished]   show games
create NAME                    make a game
join NUMBER white|black        take a seat
observe NUMBER                 watch a game
move e2 e4 [queen]             move; what a pawn becomes on the last row
highlight e2                   show where a piece can go
redraw, flip                   draw the board again, or from the other side
resign                         give the game up
leave                          leave the game; in an untimed casual one your seat becomes free
logout, quit, help`;

const names = [
  'register login list create join observe',
  'move highlight redraw flip resign leave logout',
]
  .join(' ')
  .split(' ') as Exclude<keyof Client, 'prompt' | 'quit'>[];

const url = (process.argv[2] ?? 'http://localhost:3000').replace(/\/+$/, '');
const lines = createInterface({
  input: process.stdin,
  output: process.stdout,
  terminal: process.stdout.isTTY === true,
});
const ask = () => {
  if (!process.stdout.isTTY) return;
  lines.setPrompt(client.prompt);
  lines.prompt(true);
};
const client = new Client(url, (text) => {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  console.log(text);
  ask();
});

console.log(`Rookery at ${url}. "help" lists what you can say.`);
ask();
for await (const line of lines) {
  const [word = '', ...args] = line.trim().split(/\s+/);
  const name = names.find((one) => one === word.toLowerCase());
  try {
    if (word === 'quit') break;
    else if (name) await client[name](...args);
    else if (word) console.log(help);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
  }
  ask();
}
client.quit();
lines.close();
