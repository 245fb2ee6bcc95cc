import Database from 'better-sqlite3';
import { startRecord } from '../../rules/index.ts';

/**
 * Inserts games directly into a SQLite database, before or while the server runs: through the API it would take minutes.
 * @param name every game's name, followed by a number from 1
 */
export function insertGames(databaseFile: string, count: number, name = 'Game '): void {
  const database = new Database(databaseFile, { timeout: 10_000 });
  try {
    database
      .prepare(
        `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $count)
         INSERT INTO "gameData" ("gameName", "status", "createdAtMs", "changedAtMs", "initialFen", "fen")
         SELECT $name || n, 'open', 0, 0, $fen, $fen FROM numbers`,
      )
      .run({ count, name, fen: startRecord().initialFen });
  } finally {
    database.close();
  }
}
