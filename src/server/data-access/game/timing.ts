import { Prisma } from '../../../generated/sqlite/client.ts';
import { Batcher } from '../../base/batcher.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import type { GameCommit } from '../db/records.ts';

/** The due times of games. */
export interface TimingAccess {
  /**
   * Sets the due time of running timed games that have none, to the latest time at which their first move could be due.
   */
  fillInDue(): Promise<void>;
  /** The games among these that are running. */
  played(gameIDs: readonly number[]): Promise<number[]>;
  /** Changes the times of a written commit to those that were published: its events', and the row's if it is the last. */
  retime(commit: GameCommit): Promise<void>;
}

export function timingAccess(client: Client): TimingAccess {
  const retimes = new Batcher<GameCommit, void>({
    async run(commits) {
      await retime(client, commits);
      return commits.map(() => undefined);
    },
    keysOf: ({ gameID }) => [gameID],
  });
  return {
    fillInDue: () =>
      mapDbErrors(async () => {
        await client.$executeRaw`
        UPDATE "gameData" SET "dueAtMs" = "changedAtMs"
          + CASE WHEN "daysPerMove" IS NULL THEN 60000 ELSE "daysPerMove" * CAST(86400000 AS BIGINT) END
        WHERE "status" = 'playing' AND "dueAtMs" IS NULL
          AND ("limitMs" IS NOT NULL OR "daysPerMove" IS NOT NULL)`;
      }),

    played: (gameIDs) =>
      mapDbErrors(async () => {
        const rows = await client.gameData.findMany({
          where: { gameID: { in: [...gameIDs] }, status: 'playing' },
          select: { gameID: true },
        });
        return rows.map(({ gameID }) => gameID);
      }),

    retime: (commit) => mapDbErrors(() => retimes.ask(commit)),
  };
}

/** After a stall every game has times to correct: one transaction corrects those of many. */
async function retime(client: Client, commits: readonly GameCommit[]): Promise<void> {
  const rows = commits.flatMap(({ gameID, afterEvent, events, row }) => {
    const atMs = events[0]?.atMs;
    if (atMs === undefined) return [];
    const values = [gameID, afterEvent, afterEvent + events.length, atMs, row.changedAtMs];
    return Prisma.sql`(${Prisma.join([...values, row.dueAtMs].map(asNumber))})`;
  });
  if (rows.length === 0) return;
  // Both databases name the columns of VALUES like this.
  const from = Prisma.sql`FROM (VALUES ${Prisma.join(rows)}) AS v`;
  const isWithin = Prisma.sql`"gameID" = v."column1" AND "number" > v."column2" AND "number" <= v."column3"`;
  await client.$transaction([
    client.$executeRaw`
      UPDATE "gameData" SET "changedAtMs" = v."column5", "dueAtMs" = v."column6" ${from}
      WHERE "gameID" = v."column1" AND "lastEvent" = v."column3" AND "status" = 'playing'`,
    client.$executeRaw`UPDATE "move" SET "atMs" = v."column4" ${from} WHERE ${isWithin}`,
    client.$executeRaw`UPDATE "gameEvent" SET "atMs" = v."column4" ${from} WHERE ${isWithin}`,
  ]);
}

const asNumber = (value: number | null) => Prisma.sql`CAST(${value} AS BIGINT)`;
