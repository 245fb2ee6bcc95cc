import { assignments, type ColumnType, type CommitRows, columnsAs } from '../commit-rows.ts';
import type { Client } from '../dialect.ts';

type Decided = { gameID: number }[];

const read = (position: number, type: ColumnType) => {
  if (type === 'text') return `(j->>${position})`;
  return type === 'flag' ? `(j->>${position})::int::boolean` : `(j->>${position})::${type}`;
};
const game = columnsAs('games', read);
const move = columnsAs('moves', read);
const event = columnsAs('events', read);
const takeback = columnsAs('takebacks', read);
const rating = columnsAs('ratings', read);

const ofRating = `r."username" = ${rating.username} AND r."variant" = ${rating.variant} AND r."speed" = ${rating.speed}`;

// Constant statements; the values are parameters, one JSON array for each table.
const ADD_RATINGS = `
  INSERT INTO "rating" ("username", "variant", "speed", "updatedAtMs", "games", "rating", "deviation", "volatility")
  SELECT ${rating.username}, ${rating.variant}, ${rating.speed}, 0, 0, 1500, 350, 0.06
  FROM jsonb_array_elements($1::jsonb) AS j ORDER BY 1, 2, 3 ON CONFLICT DO NOTHING`;
const LOCK_RATINGS = `
  SELECT 1 FROM "rating" AS r JOIN jsonb_array_elements($1::jsonb) AS j ON ${ofRating}
  ORDER BY r."username", r."variant", r."speed" FOR NO KEY UPDATE OF r`;

const rowsOf = (parameter: number) => `jsonb_array_elements($${parameter}::jsonb) AS j`;
const games = rowsOf(1);
const moves = rowsOf(2);
const events = rowsOf(3);
const takebacks = rowsOf(4);
const ratings = rowsOf(5);
const ifSeated = (name: keyof typeof game) =>
  `"${name}" = CASE WHEN ${game.seated} THEN ${game[name]} ELSE g."${name}" END`;
const COMMIT = `
  WITH locked AS (
    SELECT "gameID" FROM "gameData" WHERE "gameID" IN (SELECT ${game.gameID} FROM ${games})
    ORDER BY "gameID" FOR NO KEY UPDATE),
  outdated AS (
    SELECT ${rating.gameID} AS "gameID" FROM ${ratings} JOIN "rating" AS r ON ${ofRating}
    WHERE r."games" <> ${rating.gamesBefore}),
  decided AS (
    UPDATE "gameData" AS g SET ${assignments(game, ['lastEvent', 'status', 'changedAtMs', 'fen', 'ply', 'lastMove', 'endReason', 'winner', 'dueAtMs'])},
      ${ifSeated('whiteUsername')}, ${ifSeated('blackUsername')},
      ${ifSeated('whiteRating')}, ${ifSeated('blackRating')},
      ${ifSeated('whiteProvisional')}, ${ifSeated('blackProvisional')}
    FROM locked JOIN ${games} ON locked."gameID" = ${game.gameID}
    WHERE g."gameID" = locked."gameID" AND g."lastEvent" = ${game.afterEvent}
      AND (g."status" <> 'finished' OR ${game.afterwards})
      AND g."gameID" NOT IN (SELECT "gameID" FROM outdated)
    RETURNING g."gameID"),
  moved AS (
    INSERT INTO "move" ("gameID", "number", "atMs", "ply", "uci", "san", "whiteMs", "blackMs", "quotaMs")
    SELECT "gameID", ${move.number}, ${move.atMs}, ${move.ply}, ${move.uci}, ${move.san},
      ${move.whiteMs}, ${move.blackMs}, ${move.quotaMs}
    FROM ${moves} JOIN decided ON "gameID" = ${move.gameID}),
  took AS (
    UPDATE "move" SET "ply" = -"number"
    FROM ${takebacks} JOIN decided ON decided."gameID" = ${takeback.gameID}
    WHERE "move"."gameID" = decided."gameID" AND "move"."ply" > ${takeback.ply}),
  rated AS (
    UPDATE "rating" AS r SET "updatedAtMs" = ${rating.atMs}, "games" = ${rating.gamesBefore} + 1,
      ${assignments(rating, ['rating', 'deviation', 'volatility'])}
    FROM ${ratings} JOIN decided ON "gameID" = ${rating.gameID} WHERE ${ofRating}),
  history AS (
    INSERT INTO "ratingChange" ("gameID", "username", "variant", "speed", "atMs", "before", "after")
    SELECT "gameID", ${rating.username}, ${rating.variant}, ${rating.speed}, ${rating.atMs},
      ${rating.before}, ${rating.rating}
    FROM ${ratings} JOIN decided ON "gameID" = ${rating.gameID}),
  recorded AS (
    INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
    SELECT "gameID", ${event.number}, ${event.atMs}, ${event.body}
    FROM ${events} JOIN decided ON "gameID" = ${event.gameID})
  SELECT "gameID" FROM decided`;

/**
 * Writes decisions: the update of the games' rows locks them and decides, and the inserts use the rows that it returns.
 * Rating rows are locked first, in sorted order, so that a rating which has changed since the decision is detected.
 * @returns the games whose decision took effect
 */
export async function commitToPostgres(client: Client, rows: CommitRows): Promise<Set<number>> {
  const decided = rows.ratings
    ? (await client.$transaction([...lockRatings(client, rows.ratings), commit(client, rows)])).at(
        -1,
      )
    : await commit(client, rows);
  return new Set((decided as Decided).map(({ gameID }) => Number(gameID)));
}

const lockRatings = (client: Client, changed: string) => [
  client.$executeRawUnsafe(ADD_RATINGS, changed),
  client.$queryRawUnsafe(LOCK_RATINGS, changed),
];

function commit(client: Client, rows: CommitRows) {
  const none = '[]';
  return client.$queryRawUnsafe<Decided>(
    COMMIT,
    rows.games,
    rows.moves ?? none,
    rows.events ?? none,
    rows.takebacks ?? none,
    rows.ratings ?? none,
  );
}
