import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMPUTER_VARIANTS } from '../../contract/game/computer.ts';
import type { Variant } from '../../contract/game/index.ts';
import type { EngineCommand } from './uci-process.ts';

/** Single-threaded, with all variants; the analysis page runs the same build (docs/decisions/013-engines.md). */
const BUNDLED = 'stockfish.js/stockfish.wasm.js';

/** The build copies this file beside the bundled server. */
const HOST = fileURLToPath(new URL('./engine-host.mjs', import.meta.url));

/** The limit on processor time does not apply to V8's helper threads. */
const NODE_FLAGS = ['--single-threaded'];

/** The command that starts the engine, or the reason shown to users why it is unavailable. */
export type Located =
  | {
      readonly command: EngineCommand;
      /** The supported variants; absent: the engine must be asked. */
      readonly variants?: readonly Variant[];
    }
  | { readonly missing: 'off' | 'none' };

const none = { missing: 'none' } as const;

/** @param setting ENGINE: `bundled`, `off`, or the path of a UCI engine (a program, or a script for Node) */
export function locateEngine(setting: string): Located {
  if (setting === 'off') return { missing: 'off' };
  return setting === 'bundled' ? bundled() : engineAt(path.resolve(setting));
}

function bundled(): Located {
  try {
    const file = createRequire(import.meta.url).resolve(BUNDLED);
    const args = [...NODE_FLAGS, HOST, file];
    return { command: { file: process.execPath, args }, variants: COMPUTER_VARIANTS };
  } catch {
    return none;
  }
}

function engineAt(file: string): Located {
  const script = /\.[cm]?js$/.test(file);
  try {
    accessSync(file, script ? constants.R_OK : constants.X_OK);
  } catch {
    return none;
  }
  return script
    ? { command: { file: process.execPath, args: [...NODE_FLAGS, file] } }
    : { command: { file, args: [] } };
}
