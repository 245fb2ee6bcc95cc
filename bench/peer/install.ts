import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../lib/processes.ts';

/** What the peer consists of. The last two are those that the first two ask for. */
const packages = {
  '@colyseus/core': '0.18.17',
  '@colyseus/ws-transport': '0.18.4',
  '@colyseus/schema': '5.0.34',
  express: '5.3.0',
};

/** How the peer is called in tables. */
export const PEER = `Colyseus ${packages['@colyseus/core']}, chessops, broadcast, in memory`;

const PATIENCE_MS = 120_000;

/**
 * Installs the peer's packages, only for benchmarks; later runs find them.
 * @returns their folder; null: the registry is out of reach
 */
export async function installPeer(): Promise<string | null> {
  const cache = path.join(root, 'node_modules/.cache/rookery-bench');
  const folder = path.join(cache, `colyseus-${packages['@colyseus/core']}`);
  if (existsSync(folder)) return folder;
  const begun = `${folder}.${process.pid}`;
  mkdirSync(begun, { recursive: true });
  const manifest = { private: true, dependencies: packages };
  writeFileSync(path.join(begun, 'package.json'), JSON.stringify(manifest));
  const args = ['install', '--prefix', begun, '--ignore-scripts', '--no-audit', '--no-fund'];
  try {
    process.stderr.write('Installing the peer for the benchmark …\n');
    await promisify(execFile)('npm', args, { cwd: begun, timeout: PATIENCE_MS });
    renameSync(begun, folder);
    return folder;
  } catch {
    rmSync(begun, { recursive: true, force: true });
    return null;
  }
}
