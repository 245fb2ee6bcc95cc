import type { Color, GameEvent } from '../../contract/game.ts';
import type { Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import type { GameCommit } from './data-access.ts';
import type { SummaryRow } from './rows.ts';

/** A generated client of either database: their row types are the same, so SQLite's stands for both. */
export type Client = PrismaClient;

/** A piece of the game list: JSON objects joined by commas; null when there are no more. */
export interface GamesPiece {
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
}

/** A seat that somebody wants. */
export interface SeatClaim {
  readonly username: string;
  readonly color: Color;
  readonly gameID: number;
  readonly atMs: number;
}

export type SeatedRow = SummaryRow & { readonly lastEvent: number };

/** The few statements that SQLite and PostgreSQL spell differently, on one client. */
export interface Dialect {
  gamesPiece(where: Prisma.Sql, limit: number): Promise<GamesPiece>;
  /** @returns the game's number */
  createGame(game: NewGame): Promise<number>;
  /** @returns the game's row with the seat taken, or null when it could not be */
  addToGame(seat: SeatClaim): Promise<SeatedRow | null>;
  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>>;
  /** What comes first in the transaction that clears everything, to keep other writers out of it. */
  keepWritersOut(): Prisma.PrismaPromise<unknown>[];
}

/** The rows that commits become, as JSON arrays for one statement each. Every row names the state it depends on. */
export function commitRows(commits: readonly GameCommit[]) {
  const moves: unknown[] = [];
  const events: unknown[] = [];
  const games = commits.map(({ gameID, afterEvent, events: own, row }) => {
    for (const event of own) {
      if (event.type === 'moved') {
        const { number, ply, uci, san, atMs } = event;
        moves.push([gameID, afterEvent, number, atMs, ply, uci, san]);
      } else {
        events.push([gameID, afterEvent, event.number, event.atMs, bodyOf(event)]);
      }
    }
    const { status, changedAtMs, fen, ply, lastMove, ending } = row;
    const lastEvent = afterEvent + own.length;
    const end = [ending?.reason ?? null, ending?.winner ?? null];
    return [gameID, afterEvent, lastEvent, status, changedAtMs, fen, ply, lastMove, ...end];
  });
  return {
    moves: JSON.stringify(moves),
    events: JSON.stringify(events),
    games: JSON.stringify(games),
  };
}

/** An event's body as its row keeps it: without what the row's columns say. */
function bodyOf({ number: _number, atMs: _atMs, ...body }: GameEvent): string {
  return JSON.stringify(body);
}
