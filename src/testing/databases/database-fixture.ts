import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { DataAccess } from '../../server/data-access/data-access.ts';
import type { Store, TestDatabase } from './databases.ts';

/** The time at the start of every test, in milliseconds since 1970. */
const BEGIN_MS = Date.UTC(2027, 0, 1);

/** A database for the tests of one `describe`, emptied before each of them. */
export interface DatabaseFixture {
  readonly dataAccess: DataAccess;
  readonly database: TestDatabase;
  /** The current time for data access; a test sets it. */
  nowMs: number;
  /** Closes and reopens the database, as a restart does. */
  reopen(): Promise<void>;
}

/** Creates a database before the tests of this `describe` and removes it after them. */
export function databaseFixtureOn(store: Pick<Store, 'createReady'>): DatabaseFixture {
  let database: TestDatabase | undefined;
  let dataAccess: DataAccess | undefined;
  const ready = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The database is there only while a test runs.');
    return part;
  };
  const db: DatabaseFixture = {
    get dataAccess() {
      return ready(dataAccess);
    },
    get database() {
      return ready(database);
    },
    nowMs: BEGIN_MS,
    async reopen() {
      await dataAccess?.close();
      dataAccess = (await db.database.open(() => db.nowMs)).dataAccess;
    },
  };
  beforeAll(async () => {
    database = await store.createReady();
    await db.reopen();
  });
  beforeEach(async () => {
    db.nowMs = BEGIN_MS;
    await db.dataAccess.clearAllData();
  });
  afterAll(() => database?.drop());
  return db;
}

/** Describes tests on a store; skips them, with the reason in the title, where it can't run. */
export function describeOn<S extends Store>(store: S, tests: (store: S) => void): void {
  const { name, missing } = store;
  describe.skipIf(missing !== null)(missing === null ? name : `${name} (${missing})`, () => {
    beforeAll(() => store.start());
    afterAll(() => store.stop());
    tests(store);
  });
}
