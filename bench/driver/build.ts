import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../lib/processes.ts';
import { isThere } from './pinning.ts';

const sources = ['driver.c', 'wire.c', 'dialects.c'];

/**
 * Compiles the driver.
 * @param folder where the program is put
 * @returns its path; null: there is no compiler, or the machine isn't Linux (the driver needs epoll)
 * @throws when it can't be compiled though there is one
 */
export async function buildDriver(folder: string): Promise<string | null> {
  if (process.platform !== 'linux' || !isThere('cc')) return null;
  const program = path.join(folder, 'driver');
  const files = sources.map((name) => path.join(root, 'bench/driver', name));
  await promisify(execFile)('cc', ['-O2', '-Wall', '-Wextra', '-o', program, ...files]);
  return program;
}
