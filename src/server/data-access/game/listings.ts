import type { Profile } from '../../../contract/account/account.ts';
import type { GameStatus, GameSummary, Lobby } from '../../../contract/game/index.ts';
import { Prisma } from '../../../generated/sqlite/client.ts';
import type { AccountsAccess } from '../account/accounts.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client, Dialect } from '../db/dialect.ts';
import type { GameSelection } from '../db/records.ts';
import { type SummaryRow, summaryColumns, summaryOf } from '../db/rows.ts';

/** How many games the database returns in a chunk: about 100 kB of JSON, in about a millisecond. */
const CHUNK_SIZE = 1000;

/** Games as lists and counts. */
export interface ListingsAccess {
  /**
   * The selected games, oldest first, as chunks of the inside of a JSON array: `{"gameID":1,…},{…}`, to be joined by
   * commas. The database produces the JSON, ten times faster than row by row, and only one chunk is in memory at a time
   * (R-LIST-1).
   */
  getGames(selection: GameSelection): AsyncIterable<string>;
  listSummaries(selection: GameSelection & { limit: number }): Promise<GameSummary[]>;
  getLobby(length: number): Promise<Lobby>;
  getProfile(username: string): Promise<Profile | null>;
  /** A user's games, newest first; `before`: only games with a smaller gameID. */
  getUserGames(username: string, limit: number, before?: number): Promise<GameSummary[]>;
}

export function listingsAccess(
  client: Client,
  dialect: Dialect,
  { getUser }: Pick<AccountsAccess, 'getUser'>,
): ListingsAccess {
  return {
    async *getGames({ limit = Number.POSITIVE_INFINITY, after = 0, status }: GameSelection) {
      let left = limit;
      let last = after;
      while (left > 0) {
        const size = Math.min(left, CHUNK_SIZE);
        const where = status
          ? Prisma.sql`"gameID" > ${last} AND "status" = ${status}`
          : Prisma.sql`"gameID" > ${last}`;
        const chunk = await mapDbErrors(() =>
          dialect.gamesChunk(where, size, status === undefined),
        );
        const { json } = chunk;
        if (json === null) return;
        // Prisma's promises keep a result reachable until V8's next full garbage collection. Without this, all chunks of
        // a list would stay in memory until then.
        chunk.json = null;
        yield json;
        last = Number(chunk.last);
        if (last >= Number(chunk.newest)) return;
        left -= size;
      }
    },

    listSummaries({ limit, after = 0, status }: GameSelection & { limit: number }) {
      return mapDbErrors(async () => {
        const rows = await client.gameData.findMany({
          where: { gameID: { gt: after }, ...(status && { status }) },
          orderBy: { gameID: 'asc' },
          take: limit,
          select: summaryColumns,
        });
        return rows.map(summaryOf);
      });
    },

    getLobby(length: number): Promise<Lobby> {
      const shown = {
        visibility: 'lobby',
        OR: [{ endReason: null }, { endReason: { notIn: ['aborted', 'declined'] } }],
      };
      const newest = async (status: GameStatus) => {
        const rows = await client.gameData.findMany({
          where: { ...shown, status, ...(status === 'open' && { invitedUsername: null }) },
          orderBy: [{ changedAtMs: 'desc' }, { gameID: 'desc' }],
          take: status === 'open' ? length + 1 : length,
          select: summaryColumns,
        });
        return rows.map(summaryOf);
      };
      return mapDbErrors(async () => {
        const [open, playing, finished] = await Promise.all([
          newest('open'),
          newest('playing'),
          newest('finished'),
        ]);
        return { open: open.slice(0, length), moreOpen: open.length > length, playing, finished };
      });
    },

    getProfile(username: string): Promise<Profile | null> {
      return mapDbErrors(async () => {
        const user = await getUser(username);
        if (!user) return null;
        const me = user.username;
        const [counts] = await client.$queryRaw<Record<string, number | bigint>[]>`
          SELECT count(*) FILTER (WHERE "winner" = "side" AND "other" <> ${me}) AS "wins",
                 count(*) FILTER (WHERE "winner" <> "side" AND "other" <> ${me}) AS "losses",
                 count(*) FILTER (WHERE "winner" IS NULL AND "status" = 'finished' AND "endReason" NOT IN ('aborted', 'declined') AND "other" <> ${me}) AS "draws",
                 count(*) FILTER (WHERE "status" <> 'finished') AS "running"
          FROM (SELECT 'white' AS "side", "blackUsername" AS "other", "winner", "status", "endReason"
                  FROM "gameData" WHERE "whiteUsername" = ${me}
                UNION ALL
                SELECT 'black', "whiteUsername", "winner", "status", "endReason"
                  FROM "gameData" WHERE "blackUsername" = ${me} AND "whiteUsername" IS DISTINCT FROM ${me}) AS seats`;
        const count = (name: string) => Number(counts?.[name] ?? 0);
        return {
          username: me,
          createdAtMs: user.createdAtMs,
          wins: count('wins'),
          losses: count('losses'),
          draws: count('draws'),
          running: count('running'),
        };
      });
    },

    getUserGames(username: string, limit: number, before = 2_147_483_647): Promise<GameSummary[]> {
      return mapDbErrors(async () => {
        // Two index scans that stop at the limit; one query with OR would sort all of the user's games.
        const side = (column: string) => Prisma.sql`
          SELECT * FROM (SELECT * FROM "gameData"
            WHERE ${Prisma.raw(`"${column}"`)} = ${username} AND "gameID" < ${before}
            ORDER BY "gameID" DESC LIMIT ${limit}) AS ${Prisma.raw(`"by_${column}"`)}`;
        const rows = await client.$queryRaw<SummaryRow[]>`
          ${side('whiteUsername')} UNION ${side('blackUsername')}
          ORDER BY "gameID" DESC LIMIT ${limit}`;
        return rows.map(summaryOf);
      });
    },
  };
}
