// A terminal client for Rookery's game protocol. usage: npx tsx examples/terminal-client [http://localhost:3000]
import { createInterface } from 'node:readline/promises';
import { Client } from './client.ts';
import { commands } from './commands.ts';

const help = [...commands.values()].map(({ usage, purpose }) => `${usage.padEnd(30)} ${purpose}`);
const url = (process.argv[2] ?? 'http://localhost:3000').replace(/\/+$/, '');
const { isTTY } = process.stdout;
const lines = createInterface({ input: process.stdin, output: isTTY ? process.stdout : undefined });
const ask = () => {
  lines.setPrompt(client.prompt);
  lines.prompt(true);
};
/** Prints text above the line that is being typed. */
const print = (text: string) => {
  console.log(isTTY ? `\r\x1b[K${text}` : text);
  ask();
};
const client = new Client(url, print);

print(`Rookery at ${url}. "help" lists the commands.`);
for await (const line of lines) {
  const [name = '', ...args] = line.trim().split(/\s+/);
  const command = commands.get(name.toLowerCase());
  if (name === 'quit') break;
  try {
    if (command) await command.run(client, args);
    else if (name === 'help') print([...help, 'quit'].join('\n'));
    else if (name)
      print(
        `"${name}" is not a command. Commands: ${[...commands.keys()].join(', ')}, quit, help.`,
      );
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
  }
  ask();
}
client.quit();
lines.close();
