// What something was made from, remembered beside it. Contents are hashed, not times: a checkout of another branch and
// back changes times only. The sources are a few megabytes; hashing them takes some 20 ms.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

/** Tests and what only they use make nothing, and generated code follows from its sources. */
const idle = /\.test\.tsx?$|^src\/(generated|testing|client\/package-trial)$/;
const counts = (/** @type {string} */ name) => !idle.test(name);

/**
 * The files below a path that are made into something, by name.
 * @param {string} name
 * @returns {Generator<string, void>}
 */
function* filesIn(name) {
  const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!stat || !counts(name)) return;
  if (!stat.isDirectory()) return yield name;
  for (const entry of readdirSync(path.join(root, name)).sort()) yield* filesIn(`${name}/${entry}`);
}

/** SHA-256 over the names and contents of files and of folders with all below them; what is missing doesn't count. */
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
 * A note of what `from` was when the thing beside `file` was last made whole.
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
    /** Does `work`; the stamp is gone while it runs, so that an interrupted one is done again. */
    async around(/** @type {() => Promise<void>} */ work) {
      rmSync(at, { force: true });
      const made = fingerprint(from); // before the work: what changes meanwhile is seen the next time
      await work();
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, made);
    },
  };
}
