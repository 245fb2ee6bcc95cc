// Finds a Redis or Valkey for the tests of several server processes, or installs Debian's package.
import { existsSync } from 'node:fs';
import { run, step } from './run.mjs';

const programs = ['valkey-server', 'redis-server'];

async function find() {
  for (const program of programs) {
    const { status, output } = await run(program, ['--version'], { timeout: 20_000 });
    if (status === 0 && /\bv=\d/.test(output)) return program;
  }
  return undefined;
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function aptGet() {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  await step('Installing redis-server by apt-get', async () => {
    await run('apt-get', ['update'], quiet);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'redis-server'], quiet);
  });
  return find();
}

/** Explains how to get one if there is none: the tests that need it are skipped then. */
export async function prepareRedis() {
  const program = (await find()) ?? (isRootOnDebian() ? await aptGet() : undefined);
  if (program) return;
  console.log(
    `Tests with Redis are skipped: neither ${programs.join(' nor ')} is installed ` +
      '(Debian: apt-get install redis-server; macOS: brew install valkey).',
  );
}
