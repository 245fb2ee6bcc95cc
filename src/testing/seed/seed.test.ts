import { expect, test } from 'vitest';
import { variant } from '../../contract/game/basics.ts';
import { databaseFixtureOn } from '../databases/database-fixture.ts';
import { sqliteStore } from '../databases/databases.ts';
import { isUnused, seedDatabase } from './seed.ts';

const db = databaseFixtureOn(sqliteStore());

test('an unused database gets people, games of all variants, games in progress and a challenge', async () => {
  const { dataAccess, nowMs } = db;
  expect(await isUnused(dataAccess)).toBe(true);
  await seedDatabase({ dataAccess, nowMs, seed: 1, rounds: 1 });
  expect(await isUnused(dataAccess)).toBe(false);
  const games = await dataAccess.listSummaries({ limit: 1000 });
  const played = new Set(games.map(({ setup }) => setup.variant));
  expect([...played].sort()).toEqual([...variant.options].sort());
  const statuses = new Set(games.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(['finished', 'open', 'playing']);
  expect(games.some(({ setup }) => setup.invited === 'ann')).toBe(true);
  expect(await dataAccess.getProfile('bob')).toMatchObject({ running: 1 });
});
