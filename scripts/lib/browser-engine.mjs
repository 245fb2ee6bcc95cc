// Copies the chess engine of the pages to the folder of static files. Its path contains its version, so that browsers may
// cache it for ever.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const from = path.join(root, 'node_modules/stockfish.js');
const folder = path.join(root, 'public/engine');

/** The program, and its licence, which must accompany it. */
const files = ['stockfish.wasm', 'stockfish.wasm.js', 'Copying.txt'];

function target() {
  const { version } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
  return path.join(folder, version);
}

export const isCopied = () => files.every((file) => existsSync(path.join(target(), file)));

export async function copyBrowserEngine() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(target(), { recursive: true });
  for (const file of files) copyFileSync(path.join(from, file), path.join(target(), file));
}
