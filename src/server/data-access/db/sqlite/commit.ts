import type { Prisma } from '../../../../generated/sqlite/client.ts';
import { assignments, type CommitRows, columnsAs } from '../commit-rows.ts';
import type { Client } from '../dialect.ts';

const read = (position: number) => `j.value->>${position}`;
const game = columnsAs('games', read);
const move = columnsAs('moves', read);
const event = columnsAs('events', read);
const takeback = columnsAs('takebacks', read);
const rating = columnsAs('ratings', read);

/** Joins each row of the batch with its game if that has no newer events. CROSS JOIN fixes the join order. */
const lookUp = ({ gameID, afterEvent }: { gameID: string; afterEvent: string }) =>
  `FROM json_each(?) AS j CROSS JOIN "gameData" AS g
   ON g."gameID" = ${gameID} AND g."lastEvent" = ${afterEvent}`;
const unfinished = `g."status" <> 'finished'`;

// Constant statements; the values are one parameter.
const TAKE_BACK = `UPDATE "move" SET "ply" = -"number" ${lookUp(takeback)} AND ${unfinished}
  WHERE "move"."gameID" = g."gameID" AND "move"."ply" > ${takeback.ply}`;
const INSERT_MOVES = `
  INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san", "whiteMs", "blackMs", "quotaMs")
  SELECT g."gameID", ${move.number}, ${move.atMs}, ${move.ply}, ${move.uci}, ${move.san},
    ${move.whiteMs}, ${move.blackMs}, ${move.quotaMs}
  ${lookUp(move)} AND ${unfinished}`;
const INSERT_EVENTS = `
  INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
  SELECT g."gameID", ${event.number}, ${event.atMs}, ${event.body}
  ${lookUp(event)} AND (${unfinished} OR ${event.afterwards})`;
const INSERT_RATING_CHANGES = `
  INSERT INTO "ratingChange" ("gameID", "username", "variant", "speed", "atMs", "before", "after")
  SELECT ${rating.gameID}, ${rating.username}, ${rating.variant}, ${rating.speed}, ${rating.atMs},
    ${rating.before}, ${rating.rating}
  ${lookUp(rating)} AND ${unfinished}`;
const WRITE_RATINGS = `
  INSERT INTO "rating" ("username", "variant", "speed", "updatedAtMs", "games", "rating", "deviation", "volatility")
  SELECT ${rating.username}, ${rating.variant}, ${rating.speed}, ${rating.atMs},
    ${rating.gamesBefore} + 1, ${rating.rating}, ${rating.deviation}, ${rating.volatility}
  ${lookUp(rating)} AND ${unfinished} WHERE true
  ON CONFLICT DO UPDATE SET "updatedAtMs" = excluded."updatedAtMs", "games" = excluded."games",
    "rating" = excluded."rating", "deviation" = excluded."deviation",
    "volatility" = excluded."volatility"`;
const ifSeated = (name: keyof typeof game) =>
  `"${name}" = CASE WHEN ${game.seated} THEN ${game[name]} ELSE "${name}" END`;
const UPDATE_GAMES = `
  UPDATE "gameData" SET ${assignments(game, ['lastEvent', 'status', 'changedAtMs', 'fen', 'ply', 'lastMove', 'endReason', 'winner', 'dueAtMs'])},
    ${ifSeated('whiteUsername')}, ${ifSeated('blackUsername')},
    ${ifSeated('whiteRating')}, ${ifSeated('blackRating')},
    ${ifSeated('whiteProvisional')}, ${ifSeated('blackProvisional')}
  FROM json_each(?) AS j
  WHERE "gameData"."gameID" = ${game.gameID} AND "gameData"."lastEvent" = ${game.afterEvent}
    AND ("gameData"."status" <> 'finished' OR ${game.afterwards})
  RETURNING "gameID"`;

/**
 * The inserts of decisions. They run before {@link sqliteUpdate} in its transaction, and check the same condition, so
 * that they write for exactly the games that the update accepts.
 */
export function sqliteInserts(client: Client, rows: CommitRows): Prisma.PrismaPromise<unknown>[] {
  const { takebacks, moves, events, ratings } = rows;
  const run = (sql: string, values: string | null) =>
    values === null ? [] : [client.$executeRawUnsafe(sql, values)];
  return [
    // Plies are unique: moves taken back get a negative one, from their event number.
    ...run(TAKE_BACK, takebacks),
    ...run(INSERT_MOVES, moves),
    ...run(INSERT_EVENTS, events),
    // No check of the rating's version: one process writes, batch by batch, and each player occurs once in a batch.
    ...run(INSERT_RATING_CHANGES, ratings),
    ...run(WRITE_RATINGS, ratings),
  ];
}

/** The update that decides: it changes only games without newer events. */
export const sqliteUpdate = (client: Client, games: string) =>
  client.$queryRawUnsafe<{ gameID: number }[]>(UPDATE_GAMES, games);
