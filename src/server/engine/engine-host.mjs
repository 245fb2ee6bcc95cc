// The bundled engine as a program: stockfish.js is made for a browser's Worker; here it finds one over standard input and
// output.
// usage: node engine-host.mjs FILE   stockfish.wasm.js, with stockfish.wasm beside it
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { compileFunction } from 'node:vm';

const file = process.argv[2] ?? '';

const worker = {
  // With Node's own it would take itself for a module of Node.
  process: undefined,
  self: { location: { href: '' } },
  importScripts: () => {},
  fetch: async (name) => ({
    ok: true,
    arrayBuffer: async () => readFileSync(path.join(path.dirname(file), name)),
  }),
  postMessage: (line) => process.stdout.write(`${line}\n`),
  close: () => process.exit(),
};
// Compiling while loading wants a Response that came over HTTP.
delete WebAssembly.instantiateStreaming;
// In a context of its own it takes four times as long for everything.
const run = compileFunction(readFileSync(file, 'utf8'), Object.keys(worker), { filename: file });
run(...Object.values(worker));

createInterface({ input: process.stdin })
  .on('line', (data) => globalThis.onmessage({ data }))
  .on('close', () => process.exit());
