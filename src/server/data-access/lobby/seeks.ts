import { randomUUID } from 'node:crypto';
import { type SeekRequest, seekRequest } from '../../../contract/lobby/seek.ts';
import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import { isReserved, NOTHING_SOUGHT, plays, reservations } from './reservations.ts';

const seekPool = seekRequest.pick({ variant: true, timeControl: true, rated: true });
/** What is sought; who waits for the same may be paired. */
export type SeekPool = Pick<SeekRequest, 'variant' | 'timeControl' | 'rated'>;

/** Somebody who waits for a quick pairing. */
export interface Seek {
  readonly seekID: string;
  readonly username: string;
  readonly pool: SeekPool;
  readonly rating: number;
  /** Whom the seeker takes at all. */
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly sinceMs: number;
}

/** A seat of a game that pairs two seeks. @internal exported for its tests */
export interface PairedSeat {
  readonly seekID: string;
  readonly username: string;
  /** As shown beside the name; null for who has none. */
  readonly rating: { readonly rating: number; readonly provisional: boolean } | null;
}

/**
 * Who waits for a quick pairing, and who has been paired. A user has one row of a kind ({@link kindOf}), whatever they do
 * in however many tabs and through however many servers. It either waits or names the game that the user was paired into,
 * and every step from the one to the other is conditional on what it was:
 * - {@link wait} and {@link engage} take a row only if it names no game that is about to begin, and its user plays no game
 *   with a clock, of whatever origin,
 * - {@link pair} takes two rows, and begins the game, only if both still wait with the very seeks that were paired, and
 *   neither plays.
 * Every game with a clock takes its players' rows by one of the two before it begins. Each locks the rows first (SQLite has
 * one writer at a time) and looks second, so it sees what the one before it did. So of racing games of one user, of whatever
 * kind, one takes the row, and the others find it taken.
 */
export interface SeeksAccess {
  /** Waits from now on, in place of an earlier seek of that kind. @returns null while the user plays a game with a clock */
  wait(seek: Omit<Seek, 'seekID'>, nowMs: number): Promise<Seek | null>;
  /** Ends a seek that has not been paired. */
  leave(seekIDs: readonly string[]): Promise<void>;
  /** Everyone who waits, those who have waited longest first; seekers whose server has gone are forgotten. */
  waiting(nowMs: number): Promise<Seek[]>;
  /** Says that these seekers are still connected. */
  touch(seekIDs: readonly string[], nowMs: number): Promise<void>;
  /**
   * What became of a seek that no longer waits: its user's game, or one that is about to begin, or nothing. One whose game
   * did not come about waits again.
   */
  outcome(
    seekID: string,
    nowMs: number,
  ): Promise<{ readonly gameID: number } | 'reserved' | 'waiting' | 'gone'>;
  /** The game with a clock that a user plays, the latest if there are several; null for none. */
  playing(username: string): Promise<number | null>;
  /** Of those who wait, who may not meet: one of the two has blocked the other (G-4). */
  blocks(): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /**
   * Begins the game, made before and still untouched, if both seeks still wait and neither user has blocked the other.
   * @param dueAtMs when the server ends it if nobody moves; null: never
   * @returns whether it did
   */
  pair(
    gameID: number,
    white: PairedSeat,
    black: PairedSeat,
    atMs: number,
    dueAtMs: number | null,
  ): Promise<boolean>;
  /**
   * Promises these users to an open game with a clock that is about to begin; their seeks end.
   * @returns false when one of them is promised or playing elsewhere; then nothing has changed
   */
  reserve(gameID: number, usernames: readonly string[], nowMs: number): Promise<boolean>;
  /**
   * Takes back what {@link engage} promised a user, and the host unless another is promised to them: the game has not begun
   * with them. Seeks that had ended for it wait again; whoever plays the game after all stays promised.
   */
  release(gameID: number, username: string, host: string | null, nowMs: number): Promise<void>;
}

/** A seeker whose server has not been heard of for so long is gone, ms. */
const DEAD_MS = 15_000;

/** One game with a clock at a time; games over days don't keep anybody from another. */
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

/** @param lock what keeps others from rows until the transaction ends: `FOR UPDATE`, or nothing where it is alone */
export function seeksAccess(client: Client, lock: '' | 'FOR UPDATE'): SeeksAccess {
  const { fill, locked, reserve, release, playing, outcome } = reservations(client, lock);
  return {
    wait: (seek, nowMs) =>
      mapDbErrors(async () => {
        const seekID = randomUUID();
        const { username, pool, rating, range, sinceMs } = seek;
        const kind = kindOf(pool);
        const results = await client.$transaction([
          fill(username, kind),
          locked([username], kind),
          client.$executeRaw`
            UPDATE "seek" SET "seekID" = ${seekID}, "pool" = ${poolText(pool)}, "rating" = ${rating},
              "minRating" = ${range?.min ?? null}, "maxRating" = ${range?.max ?? null},
              "sinceMs" = ${sinceMs}, "aliveAtMs" = ${nowMs}, "gameID" = NULL
            WHERE "username" = ${username} AND "kind" = ${kind}
              AND ("kind" = 'days' OR NOT (${isReserved('seek', nowMs)} OR ${plays(username)}))`,
        ]);
        return results.at(-1) === 1 ? { ...seek, seekID } : null;
      }),

    leave: (seekIDs) =>
      mapDbErrors(async () => {
        if (seekIDs.length === 0) return;
        const ids = Prisma.join([...seekIDs]);
        await client.$transaction([
          client.$queryRaw`
            SELECT "seekID" FROM "seek" WHERE "seekID" IN (${ids})
            ORDER BY "username" ${Prisma.raw(lock)}`,
          client.$executeRaw`
            UPDATE "seek" SET "pool" = ${NOTHING_SOUGHT} WHERE "seekID" IN (${ids}) AND "gameID" IS NOT NULL`,
          client.$executeRaw`DELETE FROM "seek" WHERE "seekID" IN (${ids}) AND "gameID" IS NULL`,
        ]);
      }),

    waiting: (nowMs) =>
      mapDbErrors(async () => {
        const dead = { gameID: null, aliveAtMs: { lt: nowMs - DEAD_MS } };
        const rows = await client.seek.findMany({
          where: { gameID: null },
          orderBy: [{ sinceMs: 'asc' }, { seekID: 'asc' }],
        });
        const alive = rows.filter(({ aliveAtMs }) => Number(aliveAtMs) >= nowMs - DEAD_MS);
        if (alive.length < rows.length) await client.seek.deleteMany({ where: dead });
        return alive.map(
          ({ seekID, username, pool, rating, minRating, maxRating, sinceMs }): Seek => ({
            seekID,
            username,
            pool: seekPool.parse(JSON.parse(pool)),
            rating,
            range:
              minRating === null || maxRating === null ? null : { min: minRating, max: maxRating },
            sinceMs: Number(sinceMs),
          }),
        );
      }),

    blocks: () =>
      mapDbErrors(async () => {
        const rows = await client.$queryRaw<{ username: string; other: string }[]>`
          SELECT "username", "other" FROM "silence" WHERE "kind" = 'block'
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
          where: { seekID: { in: [...seekIDs] }, gameID: null },
          data: { aliveAtMs: nowMs },
        });
      }),

    outcome,
    playing,

    pair: (gameID, white, black, atMs, dueAtMs) =>
      mapDbErrors(async () => {
        const seekIDs = Prisma.join([white.seekID, black.seekID]);
        const both = Prisma.sql`2 = (
          SELECT count(*) FROM "seek" WHERE "seekID" IN (${seekIDs}) AND "gameID" IS NULL)`;
        const fresh = Prisma.sql`"gameID" = ${gameID} AND "status" = 'open' AND "lastEvent" = 0`;
        const begun = Prisma.sql`"gameID" = ${gameID} AND "status" = 'playing' AND "lastEvent" = 2`;
        const blocked = Prisma.sql`EXISTS (
          SELECT 1 FROM "silence" WHERE "kind" = 'block'
            AND (("username" = ${white.username} AND "other" = ${black.username})
              OR ("username" = ${black.username} AND "other" = ${white.username})))`;
        const busy = Prisma.sql`"limitMs" IS NOT NULL
          AND (${plays(white.username)} OR ${plays(black.username)})`;
        const told = (number: number, color: string, { username, rating }: PairedSeat) => {
          const body = { type: 'seatTaken', color, username, ...(rating && { rating }) };
          return client.$executeRaw`
            INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
            SELECT "gameID", CAST(${number} AS INTEGER), CAST(${atMs} AS BIGINT), CAST(${JSON.stringify(body)} AS TEXT)
            FROM "gameData"
            WHERE ${begun} AND ${both}`;
        };
        // The game's row decides: whether one has blocked the other is looked at once only, there.
        const results = await client.$transaction([
          client.$queryRaw`
            SELECT "seekID" FROM "seek" WHERE "seekID" IN (${seekIDs})
            ORDER BY "username" ${Prisma.raw(lock)}`,
          client.$executeRaw`
            UPDATE "gameData" SET "status" = 'playing', "lastEvent" = 2, "changedAtMs" = ${atMs},
              "dueAtMs" = ${dueAtMs},
              "whiteUsername" = ${white.username}, "blackUsername" = ${black.username},
              "hostUsername" = NULL, "hostColor" = NULL, "invitedUsername" = NULL,
              "whiteRating" = ${white.rating?.rating ?? null}, "blackRating" = ${black.rating?.rating ?? null},
              "whiteProvisional" = ${white.rating?.provisional ?? false},
              "blackProvisional" = ${black.rating?.provisional ?? false}
            WHERE ${fresh} AND ${both} AND NOT ${blocked} AND NOT (${busy})`,
          told(1, 'white', white),
          told(2, 'black', black),
          client.$executeRaw`
            UPDATE "seek" SET "gameID" = ${gameID} WHERE "seekID" IN (${seekIDs}) AND "gameID" IS NULL
              AND EXISTS (SELECT 1 FROM "gameData" WHERE ${begun})`,
        ]);
        return results.at(-1) === 2;
      }),

    reserve,
    release,
  };
}
