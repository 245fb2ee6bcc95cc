import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import type { Downtime } from '../db/records.ts';

/** Heartbeats and downtimes, from which lost time is given back to the clocks (C-10). */
export interface HeartbeatAccess {
  /** Writes a heartbeat. */
  beat(atMs: number): Promise<void>;
  /** The time of the last heartbeat; null in a new database. */
  lastBeat(): Promise<number | null>;
  /** Records a downtime. When several servers start at once, only the first record counts. */
  addDowntime(downtime: Downtime): Promise<void>;
  /** The downtimes that ended after `sinceMs`, oldest first. */
  downtimes(sinceMs: number): Promise<Downtime[]>;
}

/** A stored heartbeat this far in the future, ms, means that the system clock was set back. */
const SET_BACK_MS = 60_000;

export const heartbeatAccess = (client: Client): HeartbeatAccess => ({
  beat: (atMs) =>
    mapDbErrors(async () => {
      await client.$executeRaw`
        INSERT INTO "heartbeat" ("id", "aliveAtMs") VALUES (1, ${atMs})
        ON CONFLICT ("id") DO UPDATE SET "aliveAtMs" = excluded."aliveAtMs"
        WHERE "heartbeat"."aliveAtMs" < excluded."aliveAtMs"
          OR "heartbeat"."aliveAtMs" > excluded."aliveAtMs" + ${SET_BACK_MS}`;
    }),

  lastBeat: () =>
    mapDbErrors(async () => {
      const row = await client.heartbeat.findUnique({
        where: { id: 1 },
        select: { aliveAtMs: true },
      });
      return row && Number(row.aliveAtMs);
    }),

  addDowntime: ({ fromMs, toMs }) =>
    mapDbErrors(async () => {
      await client.$executeRaw`
        INSERT INTO "downtime" ("fromMs", "toMs") VALUES (${fromMs}, ${toMs})
        ON CONFLICT DO NOTHING`;
    }),

  downtimes: (sinceMs) =>
    mapDbErrors(async () => {
      const rows = await client.downtime.findMany({
        where: { toMs: { gt: sinceMs } },
        orderBy: { fromMs: 'asc' },
        select: { fromMs: true, toMs: true },
      });
      return rows.map(({ fromMs, toMs }) => ({ fromMs: Number(fromMs), toMs: Number(toMs) }));
    }),
});
