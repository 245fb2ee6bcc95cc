import type { Color } from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { Prisma, PrismaClient } from '../../../generated/sqlite/client.ts';
import type { GameCommit } from './records.ts';
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
  /** What keeps other writers from the rows of a SELECT until the transaction ends. */
  readonly rowLock: '' | 'FOR UPDATE';
  /** What comes first in the transaction that clears everything, to keep other writers out of it. */
  keepWritersOut(): Prisma.PrismaPromise<unknown>[];
}
