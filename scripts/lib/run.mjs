// Timed steps, and programs run as steps. When this process ends, it ends the programs that it started.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A failure that the user can fix: printed without a stack. */
export class Failure extends Error {}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
/** @type {Set<() => void>} */
const onEnd = new Set();
/** @type {Partial<Record<NodeJS.Signals, number>>} */
const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 };

/**
 * Runs `clean` when a signal ends this process during a step; returns a function that cancels this.
 * @param {() => void} clean
 */
export function whenStopped(clean) {
  onEnd.add(clean);
  return () => onEnd.delete(clean);
}

let stopping = false;

/** Ends the programs first, so that none still writes to this checkout when the next command begins. */
async function stop(/** @type {NodeJS.Signals} */ signal) {
  if (stopping) return;
  stopping = true;
  const exits = [...children].map((child) => {
    child.kill('SIGTERM'); // npm may have been started with SIGINT ignored
    setTimeout(() => child.kill('SIGKILL'), 5000);
    return new Promise((resolve) => child.once('exit', resolve));
  });
  await Promise.all(exits);
  for (const clean of onEnd) clean();
  console.error('\nStopped. The next run continues the unfinished work.');
  process.exit(128 + (numbers[signal] ?? 0));
}

/**
 * Prints the title, does the work, prints its time; a dot every ten seconds shows progress.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 */
export async function step(title, work) {
  const began = performance.now();
  process.stdout.write(`${title} … `);
  const dots = setInterval(() => process.stdout.write('.'), 10_000);
  try {
    const result = await work();
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  } finally {
    clearInterval(dots);
  }
}

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to this process's own
 * @property {number} [timeout] ms
 * @property {boolean} [show] print its output as it comes instead of collecting it
 */

/**
 * Runs a program to its end in the project root. Standard input is empty, so that it can't ask questions.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{status: number, output: string}>} status 1 also if it can't be started or exceeds the timeout
 */
export function run(program, args, { env, timeout, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    const end = (/** @type {number} */ status, more = '') => {
      if (stopping) return;
      children.delete(child);
      if (children.size === 0) for (const signal in numbers) process.off(signal, stop);
      resolve({ status, output: Buffer.concat(chunks).toString() + more });
    };
    if (children.size === 0) for (const signal in numbers) process.on(signal, stop);
    children.add(child);
    child.on('error', (error) => end(1, error.message));
    child.on('close', (status, signal) => end(status ?? 1, signal ? `ended by ${signal}` : ''));
  });
}

/**
 * Runs a script of this project or of a package with this Node; its output is shown only when it fails.
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export async function runNode(args, options) {
  const { status, output } = await run(process.execPath, args, options);
  if (status !== 0) throw new Failure(output.trim() || `${args[0]} failed`);
}

/**
 * Runs a command's main function; a `Failure` is printed as its message alone.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exit(1);
  }
}
