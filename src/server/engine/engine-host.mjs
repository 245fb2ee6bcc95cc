// Runs the bundled engine as a program: stockfish.js is made for a browser's Worker; here standard input and output
// replace it.
// usage: node engine-host.mjs FILE   stockfish.wasm.js, with stockfish.wasm beside it
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { compileFunction } from 'node:vm';

const file = process.argv[2] ?? '';

const worker = {
  // With Node's `process` it would start as a Node module.
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
// Streaming compilation needs a Response from HTTP.
delete WebAssembly.instantiateStreaming;
// In a new context everything takes four times as long.
const run = compileFunction(readFileSync(file, 'utf8'), Object.keys(worker), { filename: file });
run(...Object.values(worker));

createInterface({ input: process.stdin })
  .on('line', (data) => globalThis.onmessage({ data }))
  .on('close', () => process.exit());
