import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const inMemory = '/dev/shm';
/** Containers often give it 64 MB only, which is too little for the largest tests. */
const ENOUGH_BYTES = 2 ** 30;

/**
 * Where temporary databases go: into memory, where there is room, since a flush costs nothing there. A process that is
 * killed loses nothing by it.
 */
export function quickFolder(): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize >= ENOUGH_BYTES ? inMemory : tmpdir();
}
