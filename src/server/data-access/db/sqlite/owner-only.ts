import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** Rights of the group and of others. */
const OTHERS = 0o077;

/**
 * Makes the files of a SQLite database readable by their owner alone: they hold addresses and password hashes. SQLite
 * gives the files that it adds later the rights of the first. A folder made here is the owner's alone too; one that was
 * there is left as it is. Windows has no such rights.
 * @param file the database's path
 * @returns the existing files whose rights were wider
 */
export function makeOwnerOnly(file: string): string[] {
  mkdirSync(path.dirname(file), { recursive: true, mode: FOLDER_MODE });
  const files = [file, `${file}.lock`];
  for (const one of files) closeSync(openSync(one, 'a', FILE_MODE));
  if (process.platform === 'win32') return [];
  return [...files, `${file}-wal`, `${file}-shm`].filter((one) => {
    const mode = statSync(one, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & OTHERS) === 0) return false;
    chmodSync(one, FILE_MODE);
    return true;
  });
}
