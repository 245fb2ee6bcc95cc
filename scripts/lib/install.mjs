// Checks whether node_modules matches package-lock.json, and installs if it doesn't.
//
// It compares npm's own record, node_modules/.package-lock.json, with the lockfile: npm writes it last, so it is missing
// after an interrupted install, and manual installs count too.
// Development packages are always installed: leaving them out would save a third of the disk and little time, and
// `npm test`, `npm run dev` and a rebuild would each have to complete the install (the Docker image is pruned).
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Failure, root, run } from './run.mjs';

const packagesOf = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;

function isComplete() {
  try {
    const installed = packagesOf('node_modules/.package-lock.json');
    return Object.entries(packagesOf('package-lock.json')).every(([at, locked]) => {
      if (at === '') return true; // the project itself
      const found = installed[at];
      if (!found) return locked.optional || locked.devOptional; // packages for other systems are not installed
      return found.version === locked.version && found.integrity === locked.integrity;
    });
  } catch {
    return false;
  }
}

const natives = ['better-sqlite3', '@node-rs/argon2'];
const nativeNote = path.join(root, 'node_modules/.rookery-native');
const system = `${process.platform} ${process.arch} ${process.versions.modules}`;

/**
 * Loads the packages with compiled code, once per system and Node version; returns whether all of them load, which fails
 * after a change of Node's major version. In a child process: a module that failed to load here would stay failed after a
 * repair.
 */
async function nativesLoad() {
  try {
    if (readFileSync(nativeNote, 'utf8') === system) return true;
  } catch {
    // not tried yet
  }
  const load = natives.map((name) => `require('${name}')`).join(';');
  const { status } = await run(process.execPath, [
    '-e',
    `${load};new (require('better-sqlite3'))(':memory:')`,
  ]);
  if (status !== 0) return false;
  try {
    writeFileSync(nativeNote, system);
  } catch {
    // another user's folder: try again the next time
  }
  return true;
}

export const isInstalled = async () => isComplete() && (await nativesLoad());

/**
 * The folder of Node's headers, if it is installed with this Node and has its version: compiling then needs no download.
 * Both Node's own archives and Debian's packages have `include/node` next to `bin`.
 */
function headers() {
  const prefix = path.resolve(realpathSync(process.execPath), '../..');
  try {
    const text = readFileSync(path.join(prefix, 'include/node/node_version.h'), 'utf8');
    const part = (/** @type {string} */ name) =>
      text.match(new RegExp(`#define NODE_${name}_VERSION (\\d+)`))?.[1];
    const version = ['MAJOR', 'MINOR', 'PATCH'].map(part).join('.');
    return version === process.versions.node ? prefix : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The npm that runs this script, else the one on the path.
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function npm(args, env) {
  const { npm_execpath: cli } = process.env;
  if (cli && path.basename(cli) === 'npm-cli.js')
    return run(process.execPath, [cli, ...args], { env });
  return process.platform === 'win32'
    ? run(process.env.ComSpec ?? 'cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { env })
    : run('npm', args, { env });
}

export async function install() {
  // npm 11 warns about npm_config_nodedir but passes it to node-gyp, like npm 10.
  const nodedir = process.env.npm_config_nodedir ?? headers();
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const { status, output } = await npm(args, nodedir ? { npm_config_nodedir: nodedir } : {});
  if (status !== 0) throw new Failure(explain(output));
  if (await nativesLoad()) return;
  throw new Failure(
    `${explain(output)}\n\nInstalled, but not all of these load in Node ${process.version}: ${natives.join(', ')}.`,
  );
}

function explain(/** @type {string} */ output) {
  const last = output.trim().split('\n').slice(-25).join('\n');
  const seen = (/** @type {RegExp} */ pattern) => pattern.test(output);
  if (seen(/better-sqlite3/) && seen(/gyp ERR|node-gyp|prebuild-install/)) {
    return `${last}\n
better-sqlite3 could neither be fetched ready-made for this machine nor compiled. Install a compiler and try again:
  Debian, Ubuntu:  apt-get install build-essential python3
  Fedora:          dnf install gcc-c++ make python3
  Alpine:          apk add build-base python3
  macOS:           xcode-select --install`;
  }
  if (seen(/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/)) {
    return `${last}\n\nThe npm registry can't be reached. Check the network (or npm's proxy settings) and try again.`;
  }
  if (seen(/EACCES|EPERM/)) {
    return `${last}\n\nThis user may not write to ${root}node_modules. Run as the owner of the folder.`;
  }
  return last;
}
