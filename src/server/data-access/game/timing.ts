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

export const timingAccess = (client: Client): TimingAccess => ({
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

  retime: ({ gameID, afterEvent, events, row: { changedAtMs, dueAtMs } }) =>
    mapDbErrors(async () => {
      const atMs = events[0]?.atMs;
      if (atMs === undefined) return;
      const lastEvent = afterEvent + events.length;
      const where = { gameID, number: { gt: afterEvent, lte: lastEvent } };
      await client.$transaction([
        client.gameData.updateMany({
          where: { gameID, lastEvent, status: 'playing' },
          data: { changedAtMs, dueAtMs },
        }),
        client.move.updateMany({ where, data: { atMs } }),
        client.gameEvent.updateMany({ where, data: { atMs } }),
      ]);
    }),
});
