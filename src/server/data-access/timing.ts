import type { Client } from './dialect.ts';
import { reached } from './reached.ts';

/** When games are due, and what else concerns their time. */
export interface TimingAccess {
  /**
   * Sees to it that every game that is played on time says when it is due: where nothing does, by the latest at which its
   * first move could be.
   */
  fillInDue(): Promise<void>;
}

export const timingAccess = (client: Client): TimingAccess => ({
  fillInDue: () =>
    reached(async () => {
      await client.$executeRaw`
        UPDATE "gameData" SET "dueAtMs" = "changedAtMs"
          + CASE WHEN "daysPerMove" IS NULL THEN 60000 ELSE "daysPerMove" * CAST(86400000 AS BIGINT) END
        WHERE "status" = 'playing' AND "dueAtMs" IS NULL
          AND ("limitMs" IS NOT NULL OR "daysPerMove" IS NOT NULL)`;
    }),
});
