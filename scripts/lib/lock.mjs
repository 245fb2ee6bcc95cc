// Only one command at a time may install and build in a checkout; a second one waits for it.
// The lock is a file with the holder's process id, touched every second. It is stale when that process is gone or when it
// was not touched for a while (process ids are reused, in containers always the same ones).
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimes,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, root, whenStopped } from './run.mjs';

const file = path.join(root, 'dist/setup.lock');
const untouchedAfter = 15_000; // ms

/** The system's error code. */
const codeOf = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

function take() {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    throw new Failure(
      `Something has to be built, but this user may not write to ${root} — run as the owner of the folder.`,
    );
  }
}

/**
 * The holder's process id, or the text of a stale lock.
 * @returns {{pid?: string, leftBehind?: string}}
 */
function holder() {
  try {
    const text = readFileSync(file, 'utf8');
    if (Date.now() - statSync(file).mtimeMs > untouchedAfter) return { leftBehind: text };
    if (text === '') return {}; // just being written
    if (Number(text) === process.pid || !isRunning(Number(text))) return { leftBehind: text };
    return { pid: text };
  } catch {
    return {}; // just released
  }
}

function isRunning(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it runs, but as another user
  }
}

/** Removes a stale lock; puts back one that another command took in the meantime. */
function clear(/** @type {string} */ leftBehind) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== leftBehind) linkSync(aside, file);
  } catch {
    // another one was faster
  }
  rmSync(aside, { force: true });
}

/** Waits for the lock; returns its release function. A signal that ends this process releases it too. */
export async function lock() {
  let announced = false;
  while (!take()) {
    const { pid, leftBehind } = holder();
    if (leftBehind !== undefined) clear(leftBehind);
    else {
      if (pid && !announced) {
        console.log(
          `Another command (process ${pid}) is setting up this checkout; waiting for it.`,
        );
        announced = true;
      }
      await sleep(300);
    }
  }
  const touching = setInterval(() => utimes(file, new Date(), new Date(), () => {}), 1000);
  const release = () => {
    clearInterval(touching);
    rmSync(file, { force: true });
  };
  const forget = whenStopped(release);
  return () => {
    forget();
    release();
  };
}
