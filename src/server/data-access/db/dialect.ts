import type { Color } from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { Prisma, PrismaClient } from '../../../generated/sqlite/client.ts';
import type { GameCommit } from './records.ts';
import type { SummaryRow } from './rows.ts';
import { rowOfSetup } from './setup-columns.ts';

/** The generated client of either database: the row types are equal, so SQLite's serves for both. */
export type Client = PrismaClient;

/** A chunk of the game list: JSON objects joined by commas; null after the last game. */
export interface GamesChunk {
  json: string | null;
  /** The largest gameID in the chunk. */
  readonly last: number | bigint | null;
  /** The largest gameID in the database. */
  readonly newest: number | bigint | null;
}

/** A game to be created. */
export interface NewGame {
  readonly gameName: string;
  readonly initialFen: string;
  readonly atMs: number;
  readonly setup: GameSetup;
}

/** A request for a seat. */
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

/** The statements that differ between SQLite and PostgreSQL. */
export interface Dialect {
  /**
   * The next games of a list as JSON (R-LIST-1).
   * @param all whether `where` has no condition other than a larger gameID
   */
  gamesChunk(where: Prisma.Sql, limit: number, all: boolean): Promise<GamesChunk>;
  /** @returns the gameID */
  createGame(game: NewGame): Promise<number>;
  /** @returns the game's row with the seat taken, or null when it can't be taken */
  addToGame(seat: SeatClaim): Promise<SeatedRow | null>;
  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>>;
  /**
   * The first statements of a transaction that reserves users for a game or checks whether they are free. Until it ends,
   * other such transactions of these users wait.
   */
  lockUsers(usernames: readonly string[]): Prisma.PrismaPromise<unknown>[];
  /** The first statements of the transaction of a clear: other writers wait until it ends. */
  keepWritersOut(): Prisma.PrismaPromise<unknown>[];
}
