import { readSettings } from '../../server/base/settings.ts';
import { openDatabase } from '../../server/data-access/open.ts';
import { root } from '../util/root.ts';
import { isUnused, SEED_PASSWORD, seedDatabase } from './seed.ts';

/** Fills the database of the settings; with `--if-unused` leaves one in use unchanged, silently. */
async function main(): Promise<void> {
  const onlyIfUnused = process.argv.includes('--if-unused');
  const settings = readSettings(process.env);
  if (settings.mode === 'public') {
    if (onlyIfUnused) return;
    throw new Error('Not in public mode: everyone knows the password.');
  }
  const { DATABASE_URL: databaseUrl } = settings;
  const { dataAccess, description } = await openDatabase({ databaseUrl, root, now: Date.now });
  try {
    if (!(await isUnused(dataAccess))) {
      if (onlyIfUnused) return;
      throw new Error(`${description} is used already. Name another one in DATABASE_URL.`);
    }
    const made = await seedDatabase({ dataAccess, nowMs: Date.now(), seed: 1 });
    console.log(
      `${description}: ${made.people} people and ${made.games} games. Sign in as ann, password "${SEED_PASSWORD}".`,
    );
  } finally {
    await dataAccess.close();
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
