import type { Color, GameEvent } from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { Prisma, PrismaClient } from '../../../generated/sqlite/client.ts';
import type { GameCommit, RatingUpdate } from './records.ts';
import type { SummaryRow } from './rows.ts';
import { rowOfSetup } from './setup-columns.ts';

/** A generated client of either database: their row types are the same, so SQLite's stands for both. */
export type Client = PrismaClient;

/** A piece of the game list: JSON objects joined by commas; null when there are no more. */
export interface GamesChunk {
  json: string | null;
  /** The last gameID in it. */
  readonly last: number | bigint | null;
  /** The last gameID of all. */
  readonly newest: number | bigint | null;
}

/** A game about to be made. */
export interface NewGame {
  readonly gameName: string;
  readonly initialFen: string;
  readonly atMs: number;
  readonly setup: GameSetup;
}

/** A seat that somebody wants. */
export interface SeatClaim {
  readonly username: string;
  readonly color: Color;
  readonly gameID: number;
  readonly atMs: number;
}

/** The columns of a new game. */
export function newRow({ gameName, initialFen, atMs, setup }: NewGame) {
  return {
    gameName,
    status: 'open',
    createdAtMs: atMs,
    changedAtMs: atMs,
    initialFen,
    fen: initialFen,
    ...rowOfSetup(setup),
  };
}

export type SeatedRow = SummaryRow & { readonly lastEvent: number };

/** The few statements that SQLite and PostgreSQL spell differently, on one client. */
export interface Dialect {
  /** The next games of a list as JSON (R-LIST-1). @param where which; @param all whether there is no other condition than a larger number */
  gamesChunk(where: Prisma.Sql, limit: number, all: boolean): Promise<GamesChunk>;
  /** @returns the game's number */
  createGame(game: NewGame): Promise<number>;
  /** @returns the game's row with the seat taken, or null when it could not be */
  addToGame(seat: SeatClaim): Promise<SeatedRow | null>;
  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>>;
  /**
   * What comes first in a transaction that takes users for a game, or looks whether they are free: until it ends, no other
   * such transaction of one of them goes on.
   */
  lockUsers(usernames: readonly string[]): Prisma.PrismaPromise<unknown>[];
  /** What comes first in the transaction that clears everything, to keep other writers out of it. */
  keepWritersOut(): Prisma.PrismaPromise<unknown>[];
}

export type CommitRows = ReturnType<typeof commitRows>;

/** The rows that commits become, as JSON arrays for one statement each. Every row names the state it depends on. */
export function commitRows(commits: readonly GameCommit[]) {
  const moves: unknown[] = [];
  const events: unknown[] = [];
  /** How many plies remain of games in which a move was taken back. */
  const takebacks: unknown[] = [];
  const ratings: unknown[] = [];
  const games = commits.map((commit) => {
    const { gameID, afterEvent, events: own, row } = commit;
    const after = isAfterwards(commit);
    for (const update of commit.ratings ?? []) ratings.push(ratingRow(update, afterEvent));
    for (const event of own) {
      if (event.type === 'moved') {
        const { number, ply, uci, san, atMs, clocks } = event;
        const left = [clocks?.whiteMs ?? null, clocks?.blackMs ?? null];
        const quotaMs = commit.quotaMs ?? null;
        moves.push([gameID, afterEvent, number, atMs, ply, uci, san, ...left, quotaMs]);
      } else {
        events.push([gameID, afterEvent, event.number, event.atMs, bodyOf(event), after]);
        if (event.type === 'takenBack') takebacks.push([gameID, afterEvent, row.ply]);
      }
    }
    return gameRow(commit);
  });
  const json = (rows: readonly unknown[]) => (rows.length === 0 ? null : JSON.stringify(rows));
  return {
    moves: json(moves),
    events: json(events),
    takebacks: json(takebacks),
    ratings: json(ratings),
    games: JSON.stringify(games),
  };
}

const seating = new Set(['seatTaken', 'seatLeft']);

/** Seats are written only when somebody sat down or left: names may change under a process that remembers the old one. */
function gameRow(commit: GameCommit): unknown[] {
  const { gameID, afterEvent, events, row } = commit;
  const { status, changedAtMs, fen, ply, lastMove, ending, dueAtMs } = row;
  const lastEvent = afterEvent + events.length;
  const end = [ending?.reason ?? null, ending?.winner ?? null];
  const seated = events.some(({ type }) => seating.has(type)) ? 1 : 0;
  const seats = [
    row.whiteUsername,
    row.blackUsername,
    row.whiteRating?.rating ?? null,
    row.blackRating?.rating ?? null,
    row.whiteRating?.provisional ? 1 : 0,
    row.blackRating?.provisional ? 1 : 0,
  ];
  const state = [status, changedAtMs, fen, ply, lastMove, ...end, dueAtMs];
  const after = isAfterwards(commit);
  return [gameID, afterEvent, lastEvent, ...state, after, seated, ...(seated ? seats : [])];
}

const afterwards = new Set([
  'rematchOffered',
  'rematchDeclined',
  'rematchCancelled',
  'rematched',
  'renamed',
]);

/** 1 for what may still happen once a game is over, else 0: nothing else takes effect then (E-8). */
const isAfterwards = ({ events }: GameCommit): number =>
  events.every(({ type }) => afterwards.has(type)) ? 1 : 0;

/** An event's body as its row keeps it: without what the row's columns say. */
function bodyOf({ number: _number, atMs: _atMs, ...body }: GameEvent): string {
  return JSON.stringify(body);
}

/** An update as a row of JSON for one statement; `afterEvent` is the game's event before the one that ends it. */
function ratingRow(update: RatingUpdate, afterEvent: number): unknown[] {
  const { gameID, username, variant, speed, atMs, before, after } = update;
  const { rating, deviation, volatility } = after;
  const kind = [username, variant, speed];
  return [
    gameID,
    ...kind,
    atMs,
    before.games,
    before.rating,
    rating,
    deviation,
    volatility,
    afterEvent,
  ];
}
