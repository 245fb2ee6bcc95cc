import type { Statement } from 'better-sqlite3';
import { assignments, type CommitRows, columnsAs } from '../commit-rows.ts';
import type { Prepare } from './prepare.ts';

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
export const INSERT_MOVES = `
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

/** For decisions that are nothing but a move: half as dear as the update of all columns. */
export const UPDATE_PLAYED = `
  UPDATE "gameData" SET ${assignments(game, ['lastEvent', 'fen', 'ply', 'lastMove', 'dueAtMs'])}
  FROM json_each(?) AS j
  WHERE "gameData"."gameID" = ${game.gameID} AND "gameData"."lastEvent" = ${game.afterEvent}`;

/** The statements of decisions, in their order. */
const inserts = [
  // Plies are unique: moves taken back get a negative one, from their event number.
  ['takebacks', TAKE_BACK],
  ['moves', INSERT_MOVES],
  ['events', INSERT_EVENTS],
  // No check of the rating's version: one process writes, batch by batch, and each player occurs once in a batch.
  ['ratings', INSERT_RATING_CHANGES],
  ['ratings', WRITE_RATINGS],
] as const satisfies readonly (readonly [keyof CommitRows, string])[];

/** Writes decisions within a transaction. */
export class CommitWriter {
  readonly #inserts: readonly (readonly [keyof CommitRows, Statement<[string]>])[];
  readonly #updateGames: Statement<[string], number>;

  constructor(prepare: Prepare) {
    this.#inserts = inserts.map(([rows, sql]) => [rows, prepare<[string]>(sql)]);
    this.#updateGames = prepare<[string], number>(UPDATE_GAMES).pluck();
  }

  /**
   * The inserts check the same condition as the update of the games' rows, which decides and comes last.
   * @returns the games whose decision took effect
   */
  write(rows: CommitRows): number[] {
    for (const [kind, statement] of this.#inserts) {
      const values = rows[kind];
      if (values !== null) statement.run(values);
    }
    return this.#updateGames.all(rows.games);
  }
}
