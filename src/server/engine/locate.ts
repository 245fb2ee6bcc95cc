import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { EngineCommand } from './uci-process.ts';

/** The build for servers: one thread, a small network (docs/decisions/007-engine.md). */
const BUNDLED = 'stockfish/bin/stockfish-19-lite-single.js';

/** V8's helper threads would escape the bound on processor time. */
const NODE_FLAGS = ['--single-threaded'];

/** Either how the engine is started, or why there is none, for the person who wants to play. */
export type Located = { readonly command: EngineCommand } | { readonly missing: string };

/** @param setting ENGINE: `bundled`, `off`, or the path of a UCI engine (a program, or a script for Node) */
export function locateEngine(setting: string): Located {
  if (setting === 'off') return { missing: 'The computer is switched off on this server.' };
  try {
    // Only its path: to load it would break `fetch` in this process.
    const file =
      setting === 'bundled'
        ? createRequire(import.meta.url).resolve(BUNDLED)
        : path.resolve(setting);
    const script = /\.[cm]?js$/.test(file);
    accessSync(file, script ? constants.R_OK : constants.X_OK);
    return script
      ? { command: { file: process.execPath, args: [...NODE_FLAGS, file] } }
      : { command: { file, args: [] } };
  } catch {
    return { missing: 'No chess engine is installed on this server.' };
  }
}
