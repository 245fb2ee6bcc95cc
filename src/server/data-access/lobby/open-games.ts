import type { GameSummary, OpenGamesFilter, Variant } from '../../../contract/game/index.ts';
import { type Speed, speedOf } from '../../../contract/game/time.ts';
import { byNewest } from '../../../contract/lobby/lobby-fold.ts';
import { UNRATED } from '../../../contract/lobby/seek-reach.ts';
import { Prisma } from '../../../generated/sqlite/client.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import { type SummaryRow, summaryOf } from '../db/rows.ts';

/** A filter for open games of the lobby. */
export interface OpenSelection extends Omit<OpenGamesFilter, 'within'> {
  /** Only games whose host is within `within` rating points of the viewer and accepts the viewer's rating. */
  readonly near?: {
    readonly within: number;
    /** The viewer's ratings; {@link UNRATED} in absent kinds. */
    readonly ratings: readonly {
      readonly variant: Variant;
      readonly speed: Speed;
      readonly rating: number;
    }[];
  };
}

/** Whether a game matches the selection; the same condition as in {@link openGames}. */
export function isOffered(game: GameSummary, selection: OpenSelection): boolean {
  const { status, setup } = game;
  const { speed, variant, rated, near, after } = selection;
  const ownSpeed = speedOf(setup.timeControl);
  if (status !== 'open' || setup.visibility !== 'lobby' || setup.invited !== null) return false;
  if (speed !== undefined && speed !== ownSpeed) return false;
  if (variant !== undefined && variant !== setup.variant) return false;
  if (rated !== undefined && rated !== setup.rated) return false;
  if (after && byNewest(after, game) >= 0) return false;
  if (!near) return true;
  const kind = near.ratings.find((one) => one.speed === ownSpeed && one.variant === setup.variant);
  const mine = kind?.rating ?? UNRATED;
  const { host, ratingRange: range } = setup;
  return (
    host !== null &&
    host.rating !== null &&
    Math.abs(host.rating.rating - mine) <= near.within &&
    (range === null || (range.min <= mine && mine <= range.max))
  );
}

/** The selected open games, newest first, by a partial index of open games. */
export function openGames(
  client: Client,
  { speed, variant, rated, near, after }: OpenSelection,
  limit: number,
): Promise<GameSummary[]> {
  const { sql } = Prisma;
  const parts = [
    // The same expression as in the index, without parameters: otherwise SQLite doesn't use the index.
    sql`("status" || ' ' || "visibility" || ' ' || coalesce("invitedUsername", '')) = 'open lobby '`,
    speed === undefined ? null : sql`"speed" = ${speed}`,
    variant === undefined ? null : sql`"variant" = ${variant}`,
    rated === undefined ? null : sql`"rated" = ${rated}`,
    after &&
      sql`("changedAtMs" < ${after.changedAtMs}
        OR ("changedAtMs" = ${after.changedAtMs} AND "gameID" < ${after.gameID}))`,
  ];
  if (near) {
    const known = near.ratings.map(
      (one) =>
        sql`WHEN "speed" = ${one.speed} AND "variant" = ${one.variant} THEN CAST(${one.rating} AS INTEGER)`,
    );
    const mine =
      known.length === 0
        ? sql`CAST(${UNRATED} AS INTEGER)`
        : sql`CASE ${Prisma.join(known, ' ')} ELSE ${Prisma.raw(String(UNRATED))} END`;
    parts.push(
      sql`abs("hostRating" - (${mine})) <= ${near.within}`,
      sql`("minRating" IS NULL OR (${mine}) BETWEEN "minRating" AND "maxRating")`,
    );
  }
  const where = Prisma.join(
    parts.filter((part) => part !== null && part !== undefined),
    ' AND ',
  );
  return mapDbErrors(async () => {
    const rows = await client.$queryRaw<SummaryRow[]>`
      SELECT * FROM "gameData" WHERE ${where}
      ORDER BY "changedAtMs" DESC, "gameID" DESC LIMIT ${limit}`;
    return rows.map(summaryOf);
  });
}
