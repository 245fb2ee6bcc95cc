import { randomUUID } from 'node:crypto';
import { type SeekRequest, seekRequest } from '../../../contract/lobby/seek.ts';
import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client, Dialect } from '../db/dialect.ts';
import { gamePlayedBy, isReserved, isTaken } from './reservations.ts';

const seekPool = seekRequest.pick({ variant: true, timeControl: true, rated: true });
/** The kind of game sought; seeks with equal pools may be paired. */
export type SeekPool = Pick<SeekRequest, 'variant' | 'timeControl' | 'rated'>;

/** A request for a quick pairing. */
export interface Seek {
  readonly seekID: string;
  readonly username: string;
  readonly pool: SeekPool;
  readonly rating: number;
  /** The accepted ratings of opponents; null for all. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly sinceMs: number;
}

/** A seat of a game that pairs two seeks. @internal exported for its tests */
export interface PairedSeat {
  readonly seekID: string;
  readonly username: string;
  /** The rating as displayed; null without one. */
  readonly rating: { readonly rating: number; readonly provisional: boolean } | null;
}

interface PairedSeats {
  readonly white: PairedSeat;
  readonly black: PairedSeat;
}

/** Milliseconds since 1970. */
interface PairingTimes {
  readonly atMs: number;
  /** When the server ends the game without a move; null: never. */
  readonly dueAtMs: number | null;
}

/** The state of a seek: the game that it started or its user plays, or why there is none. */
type SeekOutcome = { readonly gameID: number } | 'reserved' | 'waiting' | 'gone';

/**
 * The seeks of quick pairing. A user has at most one seek of each kind ({@link kindOf}), across all tabs and servers. A
 * seek is waiting, or refers to the game that it was paired into. While its user is reserved for or playing a game with
 * a clock, a seek for such a game is skipped.
 *
 * {@link wait} and {@link pair} lock their users, as reservations do (see `ReservationsAccess`).
 */
export interface SeeksAccess {
  /**
   * Adds a seek, and replaces an earlier one of that kind.
   * @returns null while the user plays a game with a clock, or is reserved for one
   */
  wait(seek: Omit<Seek, 'seekID'>, nowMs: number): Promise<Seek | null>;
  /** Deletes seeks. */
  leave(seekIDs: readonly string[]): Promise<void>;
  /** The seeks that may be paired, the longest waiting first. Deletes seeks whose server is gone. */
  waiting(nowMs: number): Promise<Seek[]>;
  /** Marks these seeks as still connected. */
  touch(seekIDs: readonly string[], nowMs: number): Promise<void>;
  /**
   * The state of a seek. After a reservation whose game did not start it is waiting again.
   */
  outcome(seekID: string, nowMs: number): Promise<SeekOutcome>;
  /** The blocks between waiting users, in both directions (G-4). */
  blocks(): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /**
   * Starts a created game without events if both seeks are still waiting, neither user has blocked the other, and, for a
   * game with a clock, neither is reserved for or playing another such game.
   * @returns whether the game was started
   */
  pair(gameID: number, seats: PairedSeats, times: PairingTimes): Promise<boolean>;
}

/** A seek that was not touched for this long is dead, ms: its server is gone. */
const DEAD_MS = 15_000;

/** Users play one game with a clock at a time; correspondence games don't prevent others. */
export const kindOf = ({ timeControl }: Pick<SeekPool, 'timeControl'>): 'clock' | 'days' =>
  timeControl.type === 'clock' ? 'clock' : 'days';

const poolText = ({ variant, timeControl, rated }: SeekPool): string => {
  const { type } = timeControl;
  const time =
    type === 'clock'
      ? { type, limitMs: timeControl.limitMs, incrementMs: timeControl.incrementMs }
      : timeControl;
  return JSON.stringify({ variant, timeControl: time, rated });
};

interface SeekRow {
  readonly seekID: string;
  readonly username: string;
  readonly pool: string;
  readonly rating: number;
  readonly minRating: number | null;
  readonly maxRating: number | null;
  readonly sinceMs: bigint | number;
}

interface OutcomeRow {
  readonly gameID: number | null;
  /** The status of that game. */
  readonly status: string | null;
  readonly username: string;
  readonly kind: string;
  readonly reserved: number | bigint;
}

async function outcomeOf(client: Client, row: OutcomeRow): Promise<SeekOutcome> {
  if (row.gameID !== null) {
    return row.status === 'playing' ? { gameID: Number(row.gameID) } : 'gone';
  }
  if (row.kind === 'days') return 'waiting';
  if (Number(row.reserved) === 1) return 'reserved';
  const gameID = await gamePlayedBy(client, row.username);
  return gameID === null ? 'waiting' : { gameID };
}

const seekOf = ({
  seekID,
  username,
  pool,
  rating,
  minRating,
  maxRating,
  sinceMs,
}: SeekRow): Seek => ({
  seekID,
  username,
  pool: seekPool.parse(JSON.parse(pool)),
  rating,
  range: minRating === null || maxRating === null ? null : { min: minRating, max: maxRating },
  sinceMs: Number(sinceMs),
});

const { sql, join } = Prisma;

export const seeksAccess = (
  client: Client,
  { lockUsers }: Pick<Dialect, 'lockUsers'>,
): SeeksAccess => ({
  wait: (seek, nowMs) =>
    mapDbErrors(async () => {
      const seekID = randomUUID();
      const { username, pool, rating, range, sinceMs } = seek;
      const kind = kindOf(pool);
      const isFree = kind === 'days' ? sql`1 = 1` : sql`NOT ${isTaken(sql`${username}`, nowMs)}`;
      const results = await client.$transaction([
        ...lockUsers([username]),
        client.$executeRaw`
          INSERT INTO "seek" ("username", "kind", "seekID", "pool", "rating", "minRating", "maxRating", "sinceMs",
            "aliveAtMs", "gameID")
          SELECT "username", CAST(${kind} AS TEXT), CAST(${seekID} AS TEXT), CAST(${poolText(pool)} AS TEXT),
            CAST(${rating} AS INTEGER), CAST(${range?.min ?? null} AS INTEGER), CAST(${range?.max ?? null} AS INTEGER),
            CAST(${sinceMs} AS BIGINT), CAST(${nowMs} AS BIGINT), NULL
          FROM "user" WHERE "username" = ${username} AND ${isFree}
          ON CONFLICT ("username", "kind") DO UPDATE
          SET "seekID" = excluded."seekID", "pool" = excluded."pool", "rating" = excluded."rating",
            "minRating" = excluded."minRating", "maxRating" = excluded."maxRating", "sinceMs" = excluded."sinceMs",
            "aliveAtMs" = excluded."aliveAtMs", "gameID" = NULL`,
      ]);
      return results.at(-1) === 1 ? { ...seek, seekID } : null;
    }),

  leave: (seekIDs) =>
    mapDbErrors(async () => {
      await client.seek.deleteMany({ where: { seekID: { in: [...seekIDs] } } });
    }),

  waiting: (nowMs) =>
    mapDbErrors(async () => {
      const aliveSinceMs = nowMs - DEAD_MS;
      const rows = await client.$queryRaw<(SeekRow & { aliveAtMs: bigint | number })[]>`
        SELECT * FROM "seek" WHERE "gameID" IS NULL
          AND NOT ("kind" = 'clock' AND ${isTaken(sql`"seek"."username"`, nowMs)})
        ORDER BY "sinceMs", "seekID"`;
      const isDead = { aliveAtMs: { lt: aliveSinceMs } };
      if (await client.seek.findFirst({ where: isDead }))
        await client.seek.deleteMany({ where: isDead });
      return rows.filter(({ aliveAtMs }) => aliveAtMs >= aliveSinceMs).map(seekOf);
    }),

  blocks: () =>
    mapDbErrors(async () => {
      const rows = await client.$queryRaw<{ username: string; other: string }[]>`
        SELECT "username", "other" FROM "relation" WHERE "kind" = 'block'
          AND "username" IN (SELECT "username" FROM "seek" WHERE "gameID" IS NULL)
          AND "other" IN (SELECT "username" FROM "seek" WHERE "gameID" IS NULL)`;
      const blocks = new Map<string, Set<string>>();
      const add = (username: string, other: string) =>
        blocks.set(username, (blocks.get(username) ?? new Set<string>()).add(other));
      for (const { username, other } of rows) {
        add(username, other);
        add(other, username);
      }
      return blocks;
    }),

  touch: (seekIDs, nowMs) =>
    mapDbErrors(async () => {
      await client.seek.updateMany({
        where: { seekID: { in: [...seekIDs] } },
        data: { aliveAtMs: nowMs },
      });
    }),

  outcome: (seekID, nowMs) =>
    mapDbErrors(async () => {
      const [row] = await client.$queryRaw<OutcomeRow[]>`
        SELECT "seek"."gameID", "status", "username", "kind",
          CASE WHEN ${isReserved(sql`"seek"."username"`, nowMs)} THEN 1 ELSE 0 END AS "reserved"
        FROM "seek" LEFT JOIN "gameData" ON "gameData"."gameID" = "seek"."gameID" WHERE "seekID" = ${seekID}`;
      return row ? outcomeOf(client, row) : 'gone';
    }),

  pair: (gameID, { white, black }, { atMs, dueAtMs }) =>
    mapDbErrors(async () => {
      const seekIDs = join([white.seekID, black.seekID]);
      const names = [white.username, black.username];
      const both = sql`2 = (SELECT count(*) FROM "seek" WHERE "seekID" IN (${seekIDs}) AND "gameID" IS NULL)`;
      const taken = names.map((username) => isTaken(sql`${username}`, atMs, gameID));
      const blocked = sql`EXISTS (
        SELECT 1 FROM "relation" WHERE "kind" = 'block'
          AND (("username" = ${white.username} AND "other" = ${black.username})
            OR ("username" = ${black.username} AND "other" = ${white.username})))`;
      const begun = sql`"gameID" = ${gameID} AND "status" = 'playing' AND "lastEvent" = 2
        AND "whiteUsername" = ${white.username} AND "blackUsername" = ${black.username}`;
      const seatTaken = (number: number, color: string, { username, rating }: PairedSeat) => {
        const body = { type: 'seatTaken', color, username, ...(rating && { rating }) };
        return client.$executeRaw`
          INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
          SELECT "gameID", CAST(${number} AS INTEGER), CAST(${atMs} AS BIGINT), CAST(${JSON.stringify(body)} AS TEXT)
          FROM "gameData" WHERE ${begun} ON CONFLICT DO NOTHING`;
      };
      const lock = lockUsers(names);
      // The update of the game's row decides: only it checks all conditions.
      const results = await client.$transaction([
        ...lock,
        client.$executeRaw`
          UPDATE "gameData" SET "status" = 'playing', "lastEvent" = 2, "changedAtMs" = ${atMs},
            "dueAtMs" = ${dueAtMs},
            "whiteUsername" = ${white.username}, "blackUsername" = ${black.username},
            "hostUsername" = NULL, "hostColor" = NULL, "invitedUsername" = NULL,
            "whiteRating" = ${white.rating?.rating ?? null}, "blackRating" = ${black.rating?.rating ?? null},
            "whiteProvisional" = ${white.rating?.provisional ?? false},
            "blackProvisional" = ${black.rating?.provisional ?? false}
          WHERE "gameID" = ${gameID} AND "status" = 'open' AND "lastEvent" = 0 AND ${both} AND NOT ${blocked}
            AND NOT ("limitMs" IS NOT NULL AND (${join(taken, ' OR ')}))`,
        seatTaken(1, 'white', white),
        seatTaken(2, 'black', black),
        client.$executeRaw`
          UPDATE "seek" SET "gameID" = ${gameID} WHERE "seekID" IN (${seekIDs})
            AND EXISTS (SELECT 1 FROM "gameData" WHERE ${begun})`,
      ]);
      return results[lock.length] === 1;
    }),
});
