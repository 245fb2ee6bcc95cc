import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

const program = "const { setup } = await import('./scripts/lib/setup.mjs'); await setup('built');";

/**
 * Builds what is out of date, so that a test run by itself tests the current sources. `npm test` has built before, and
 * sets ROOKERY_BUILT.
 * @param root the project's folder
 * @throws Error with the build's output when it fails
 */
export async function ensureBuilt(root: string): Promise<void> {
  if (process.env.ROOKERY_BUILT === 'yes') return;
  try {
    await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: root });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`The server could not be built.\n${stdout ?? ''}${stderr ?? ''}`);
  }
}
