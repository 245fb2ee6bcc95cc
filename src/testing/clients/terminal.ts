import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../util/root.ts';

/** A terminal client in its own process. */
export interface Terminal {
  /** Types a line. */
  say(line: string): void;
  /** Waits for a text after the last match; rejects when the client ends without it. */
  sees(expected: string | RegExp): Promise<string>;
  /** All output, with its colours. */
  shown(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  kill(): void;
}

/** Starts `examples/terminal-client` with pipes instead of a terminal. */
export function openTerminal(url: string): Terminal {
  const args = ['--import', 'tsx', 'examples/terminal-client/index.ts', url];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let seen = 0;
  let isOver = false;
  let look = () => {};
  const take = (text: Buffer) => {
    output += text.toString();
    look();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  child.stdin.on('error', () => {}); // it has ended
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      isOver = true;
      resolve(code);
      look();
    });
  });
  return {
    say: (line) => child.stdin.write(`${line}\n`),
    sees: (expected) =>
      new Promise((resolve, reject) => {
        look = () => {
          const text = stripVTControlCharacters(output);
          const rest = text.slice(seen);
          const found =
            typeof expected === 'string' ? rest.indexOf(expected) : rest.search(expected);
          if (found >= 0) {
            const match =
              typeof expected === 'string' ? expected : (expected.exec(rest)?.[0] ?? '');
            seen += found + match.length;
            resolve(match);
          } else if (isOver) reject(new Error(`It ended without ${expected}:\n${text}`));
        };
        look();
      }),
    shown: () => output,
    ended,
    kill: () => child.kill(),
  };
}
