import Database from 'better-sqlite3';
import { columnsAs } from '../../server/data-access/db/commit-rows.ts';
import { SqliteAdapter } from '../../server/data-access/db/sqlite/adapter.ts';

/** A SQLite file as another program sees it: what is committed, in the tables or in the log of moves. */
export interface OnDisk {
  /** The number of the game's last event. */
  lastEvent(gameID: number): number | undefined;
  /** The move at a ply from 1. */
  move(gameID: number, ply: number): string | undefined;
  close(): void;
}

const read = (position: number) => `j.value->>${position}`;
const games = columnsAs('games', read);
const moves = columnsAs('moves', read);

/** @param file the database's path */
export function onDisk(file: string): OnDisk {
  const database = new Database(file, { readonly: true });
  const lastEvent = database
    .prepare<{ gameID: number }, number>(
      `SELECT max(n) FROM (
         SELECT "lastEvent" AS n FROM "gameData" WHERE "gameID" = $gameID
         UNION ALL SELECT ${games.lastEvent} FROM "moveLog", json_each("rows", '$.games') AS j
         WHERE ${games.gameID} = $gameID)`,
    )
    .pluck();
  const move = database
    .prepare<{ gameID: number; ply: number }, string>(
      `SELECT "uci" FROM "move" WHERE "gameID" = $gameID AND "ply" = $ply
       UNION SELECT ${moves.uci} FROM "moveLog", json_each("rows", '$.moves') AS j
       WHERE ${moves.gameID} = $gameID AND ${moves.ply} = $ply`,
    )
    .pluck();
  return {
    lastEvent: (gameID) => lastEvent.get({ gameID }),
    move: (gameID, ply) => move.get({ gameID, ply }),
    close: () => void database.close(),
  };
}

/** Writes the moves of the log of a killed server into their tables, as its next start does. */
export async function restoreMoves(file: string): Promise<void> {
  const connection = await new SqliteAdapter({ url: file }).connect();
  await connection.restoreMoves();
  await connection.dispose();
}
