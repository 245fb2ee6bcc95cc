import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

const FILE_MODE = 0o600;
const FOLDER_MODE = 0o700;

/** The permission bits of the group and of others. */
const OTHERS = 0o077;

/**
 * Restricts the files of a SQLite database to their owner: they contain email addresses and password hashes. SQLite
 * gives files that it creates later the permissions of the database file. A new folder is restricted too, an existing
 * one is not changed. Windows has no such permissions.
 * @param file the database's path
 * @returns the existing files whose permissions were wider
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
