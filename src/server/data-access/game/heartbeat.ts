import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import type { Downtime } from '../db/records.ts';

/** When servers were alive, so that the time in which none was can be given back (C-10). */
export interface HeartbeatAccess {
  /** Says that a server is alive. */
  beat(atMs: number): Promise<void>;
  /** When a server was last known to be alive; null in a new database. */
  lastBeat(): Promise<number | null>;
  /** Remembers a downtime. Of several servers that start at once the first is believed. */
  addDowntime(downtime: Downtime): Promise<void>;
  /** The downtimes that ended after `sinceMs`, oldest first. */
  downtimes(sinceMs: number): Promise<Downtime[]>;
}

/** A sign of life so far ahead is not another server's: the machine's clock was set back, ms. */
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
