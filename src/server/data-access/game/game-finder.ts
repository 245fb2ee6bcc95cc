import type { GameSummary, Variant } from '../../../contract/game/index.ts';
import type { Speed } from '../../../contract/game/time.ts';
import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import { type SummaryRow, summaryOf } from '../db/rows.ts';
import { type OpenSelection, openGames } from '../lobby/open-games.ts';

/** A filter by variant and speed. */
export interface GameKind {
  readonly variant?: Variant | undefined;
  readonly speed?: Speed | undefined;
}

/** Finds games by their participants or kind. */
export interface GameFinder {
  /** A user's unfinished games (running, offered, or a challenge to the user), newest first. */
  unfinishedOf(username: string, limit: number): Promise<GameSummary[]>;
  /** Open games with a clock that these users host in the lobby. */
  offeredBy(usernames: readonly string[]): Promise<{ gameID: number; host: string }[]>;
  /**
   * The running game most worth watching: standard chess with a clock before others, then by the players' mean rating,
   * then the latest. Games by link are private.
   */
  best(kind: GameKind): Promise<GameSummary | null>;
  /** Open games of the lobby, newest first. */
  offered(selection: OpenSelection, limit: number): Promise<GameSummary[]>;
  /** The gameIDs of a user's last games, newest first. */
  lastOf(username: string, limit: number): Promise<number[]>;
}

export const gameFinder = (client: Client): GameFinder => ({
  unfinishedOf: (username, limit) =>
    mapDbErrors(async () => {
      // Four index scans; one query with OR would scan all games.
      const by = (column: string) => Prisma.sql`
        SELECT * FROM "gameData" WHERE ${Prisma.raw(`"${column}"`)} = ${username}
          AND "status" IN ('open', 'playing')`;
      const rows = await client.$queryRaw<SummaryRow[]>`
        ${by('whiteUsername')} UNION ${by('blackUsername')} UNION ${by('hostUsername')}
        UNION ${by('invitedUsername')} ORDER BY "gameID" DESC LIMIT ${limit}`;
      return rows.map(summaryOf);
    }),

  offeredBy: (usernames) =>
    mapDbErrors(async () => {
      const rows = await client.gameData.findMany({
        where: {
          hostUsername: { in: [...usernames] },
          status: 'open',
          source: 'lobby',
          limitMs: { not: null },
        },
        select: { gameID: true, hostUsername: true },
      });
      return rows.map(({ gameID, hostUsername }) => ({ gameID, host: hostUsername ?? '' }));
    }),

  best: ({ variant, speed }) =>
    mapDbErrors(async () => {
      const variantIs = variant ? Prisma.sql`AND "variant" = ${variant}` : Prisma.empty;
      const speedIs = speed ? Prisma.sql`AND "speed" = ${speed}` : Prisma.empty;
      // The same expression as in the index gameData_best_idx; otherwise all running games would be scanned.
      const [row] = await client.$queryRaw<SummaryRow[]>`
        SELECT * FROM "gameData"
        WHERE ("status" || ' ' || "visibility") = 'playing lobby' ${variantIs} ${speedIs}
        ORDER BY CASE WHEN "variant" = 'standard' AND "speed" IN ('blitz', 'rapid', 'classical') THEN 0
                      WHEN "limitMs" IS NOT NULL THEN 1 ELSE 2 END,
          coalesce("whiteRating", 0) + coalesce("blackRating", 0) DESC, "changedAtMs" DESC, "gameID" DESC
        LIMIT 1`;
      return row ? summaryOf(row) : null;
    }),

  offered: (selection, limit) => openGames(client, selection, limit),

  lastOf: (username, limit) =>
    mapDbErrors(async () => {
      const rows = await client.gameData.findMany({
        where: {
          OR: [
            { whiteUsername: username },
            { blackUsername: username },
            { hostUsername: username },
            { invitedUsername: username },
          ],
        },
        orderBy: { gameID: 'desc' },
        take: limit,
        select: { gameID: true },
      });
      return rows.map(({ gameID }) => gameID);
    }),
});
