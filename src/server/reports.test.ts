import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { databaseFixtureOn, describeOn } from '../testing/databases/database-fixture.ts';
import { postgresStore, sqliteStore } from '../testing/databases/databases.ts';
import { makeSeatedGame, makeUsers } from '../testing/games/games-at-hand.ts';
import { root } from '../testing/util/root.ts';

const run = promisify(execFile);

for (const store of [sqliteStore(), postgresStore()]) {
  describeOn(store, () => {
    const bench = databaseFixtureOn(store);
    const reports = async (...args: string[]) => {
      const env = { ...process.env, DATABASE_URL: bench.database.url };
      const program = ['--import', 'tsx', path.join(root, 'src/server/reports.ts'), ...args];
      return (await run(process.execPath, program, { env, cwd: root })).stdout;
    };

    test('G-4 the administrator lists the reports while the server runs', async () => {
      expect(await reports()).toBe('Nobody has reported anything.\n');
      await makeUsers(bench, 'alice', 'bob');
      const gameID = await makeSeatedGame(bench, 'alice', 'bob');
      const key = { gameID, room: 'players' } as const;
      const limit = { most: 9, sinceMs: 0, sameSinceMs: 0 };
      const { chat } = bench.dataAccess;
      for (const [username, text] of [
        ['alice', 'Hello'],
        ['bob', 'You patzer'],
        ['alice', 'Well'],
      ] as const) {
        await chat.add({ ...key, username, text, atMs: bench.nowMs }, limit);
      }
      const report = { ...key, reporter: 'alice', number: 2, reported: 'bob' } as const;
      await chat.report({ ...report, reason: 'abuse', atMs: bench.nowMs });
      expect(await reports('5')).toBe(
        [
          '2027-01-01 00:00  bob, by alice: abuse  (1 about bob in all)',
          `  /game/${gameID}, players' room`,
          '    alice: Hello',
          '  > bob: You patzer',
          '',
          '',
        ].join('\n'),
      );
      await expect(reports('none')).rejects.toMatchObject({ code: 1 });
    }, 120_000);
  });
}
