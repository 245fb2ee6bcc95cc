// Finds a Chrome or Chromium for the browser tests, or installs one: Playwright's download, else Debian's package.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, run, step } from './run.mjs';

/** Chromium without windows: it renders pages the same, with much less processor time. */
const shell = 'chromium-headless-shell';

/** Cheapest first. */
const names = [
  shell,
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome',
];
const { platform, env } = process;

function candidates() {
  const dirs = (env.PATH ?? '').split(path.delimiter);
  dirs.push('/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome');
  const found = names.flatMap((name) => dirs.filter(Boolean).map((dir) => path.join(dir, name)));
  if (platform === 'darwin') {
    found.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    found.push('/Applications/Chromium.app/Contents/MacOS/Chromium');
  }
  for (const dir of [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]) {
    if (platform === 'win32' && dir) found.push(`${dir}\\Google\\Chrome\\Application\\chrome.exe`);
  }
  return found;
}

/** An existing file may not be a working browser: Ubuntu's `chromium-browser` only points to snap; libraries may be missing. */
async function works(/** @type {string} */ file) {
  if (!existsSync(file)) return false;
  if (platform === 'win32') return true; // asking for the version opens a window there
  const { status, output } = await run(file, ['--version'], { timeout: 20_000 });
  return status === 0 && /chrom/i.test(output);
}

async function first(/** @type {string[]} */ files) {
  for (const file of files) if (await works(file)) return file;
  return undefined;
}

const playwrights = () =>
  createRequire(path.join(root, 'package.json'))('@playwright/test').chromium.executablePath();

/** Tries Playwright's download. It takes two minutes at most, and fails at once where its server can't be reached. */
async function download() {
  const args = ['node_modules/@playwright/test/cli.js', 'install', 'chromium', '--no-shell'];
  const limits = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
  await step('Fetching a browser', () =>
    run(process.execPath, args, { timeout: 120_000, env: limits }),
  );
  return first([playwrights()]);
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function aptGet() {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  const install = (/** @type {string} */ name) =>
    run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet);
  await step('Installing Chromium by apt-get', async () => {
    await run('apt-get', ['update'], quiet);
    // Debian's older releases have no package of the headless shell.
    if ((await install(shell)).status !== 0) await install('chromium');
  });
  return first(candidates());
}

/** @returns {Promise<{path: string} | {missing: string}>} the browser, or how to get one */
export async function findBrowser() {
  const chosen = env.ROOKERY_CHROMIUM;
  if (chosen) {
    if (await works(chosen)) return { path: chosen };
    return { missing: `ROOKERY_CHROMIUM is ${chosen}, which does not run as a Chrome or Chromium` };
  }
  const file =
    (await first([...candidates(), playwrights()])) ??
    (await download()) ??
    (isRootOnDebian() ? await aptGet() : undefined);
  if (file) return { path: file };
  return {
    missing:
      'no Chrome or Chromium found; install one (Debian: apt-get install chromium-headless-shell; any system: ' +
      'npx playwright install --with-deps chromium) or name it in ROOKERY_CHROMIUM',
  };
}
