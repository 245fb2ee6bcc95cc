// Remembers from which inputs an output was built. Contents are hashed, not times: switching branches and back only
// changes times. The sources are a few megabytes; hashing them takes about 20 ms.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** Tests and their helpers don't affect an output, and generated code follows from its sources. */
const idle = /\.test\.tsx?$|^src\/(generated|testing|client\/package-trial)$/;
const counts = (/** @type {string} */ name) => !idle.test(name);

/**
 * The files of a path that affect an output, by name.
 * @param {string} name
 * @returns {Generator<string, void>}
 */
function* filesIn(name) {
  const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!stat || !counts(name)) return;
  if (!stat.isDirectory()) return yield name;
  for (const entry of readdirSync(path.join(root, name)).sort()) yield* filesIn(`${name}/${entry}`);
}

/** SHA-256 of the names and contents of files and of folders with everything below; missing ones don't count. */
function fingerprint(/** @type {string[]} */ names) {
  const hash = createHash('sha256');
  for (const name of names) {
    for (const file of filesIn(name)) {
      const content = readFileSync(path.join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

/**
 * The stamp of an output: a hash of `from` at its last complete build.
 * @param {string} file
 * @param {string[]} from
 */
export function stamp(file, from) {
  const at = path.join(root, file);
  return {
    isCurrent() {
      try {
        return readFileSync(at, 'utf8') === fingerprint(from);
      } catch {
        return false; // never made, or interrupted
      }
    },
    /** Runs `work`; the stamp is removed while it runs, so that an interrupted build is repeated. */
    async around(/** @type {() => Promise<void>} */ work) {
      rmSync(at, { force: true });
      const made = fingerprint(from); // before the work: changes made meanwhile are noticed the next time
      await work();
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, made);
    },
  };
}
