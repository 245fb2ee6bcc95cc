import { Prisma } from '../../generated/sqlite/client.ts';
import { Batcher } from './batcher.ts';
import {
  type Client,
  commitRows,
  type Dialect,
  type GamesPiece,
  type NewGame,
  newRow,
  type SeatClaim,
  type SeatedRow,
} from './dialect.ts';
import { sqliteInserts, sqliteUpdate } from './sqlite-commit.ts';

/**
 * SQLite. A commit waits for the disk while nothing else goes on, so writes that come together share one. Batches run in
 * one transaction and nothing comes between their statements (see `sqlite-adapter.ts`), so the inserts look at the state
 * before, and the update of the game's row, which decides, comes last.
 */
export function sqliteDialect(client: Client): Dialect {
  const games = new Batcher<NewGame, number>({ run: (batch) => insertGames(client, batch) });
  const seats = new Batcher<SeatClaim, SeatedRow | null>({
    run: (batch) => takeSeats(client, batch),
    keysOf: (seat) => [seat.gameID],
  });
  return {
    async gamesPiece(where, limit, all) {
      // It has a quarter of the table's bytes; SQLite by itself goes by the primary key.
      const index = all ? Prisma.sql`INDEXED BY "gameData_listed_idx"` : Prisma.empty;
      const [piece] = await client.$queryRaw<GamesPiece[]>`
        SELECT group_concat(json_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
                 'blackUsername', "blackUsername", 'gameName', "gameName"), ',') AS "json",
               max("gameID") AS "last", (SELECT max("gameID") FROM "gameData") AS "newest"
        FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData" ${index}
              WHERE ${where} ORDER BY "gameID" LIMIT ${limit})`;
      return piece ?? { json: null, last: null, newest: null };
    },

    createGame: (game) => games.ask(game),

    addToGame: (seat) => seats.ask(seat),

    async commitEvents(commits) {
      const rows = commitRows(commits);
      const statements = [...sqliteInserts(client, rows), sqliteUpdate(client, rows.games)];
      const decided = (await client.$transaction(statements)).at(-1);
      return new Set(Array.isArray(decided) ? decided.map((row) => Number(row.gameID)) : []);
    },

    // A transaction has the database for itself.
    rowLock: '',
    keepWritersOut: () => [],
  };
}

/** @returns the games' numbers, in the order of the games */
async function insertGames(client: Client, games: readonly NewGame[]): Promise<number[]> {
  const values = games.map((game) => Prisma.sql`(${Prisma.join(Object.values(newRow(game)))})`);
  const [first] = games;
  const names = first ? Object.keys(newRow(first)).map((name) => Prisma.raw(`"${name}"`)) : [];
  const rows = await client.$queryRaw<{ gameID: number }[]>`
    INSERT INTO "gameData" (${Prisma.join(names)}) VALUES ${Prisma.join(values)} RETURNING "gameID"`;
  // Numbers grow in the order of the values (AUTOINCREMENT); rows may be returned in any.
  return rows.map(({ gameID }) => Number(gameID)).sort((a, b) => a - b);
}

/** @param seats at most one of each game @returns the rows of those that were free, in the order of the seats */
async function takeSeats(
  client: Client,
  seats: readonly SeatClaim[],
): Promise<(SeatedRow | null)[]> {
  const batch = JSON.stringify(
    seats.map(({ gameID, color, username, atMs }) => {
      const body = JSON.stringify({ type: 'seatTaken', color, username });
      return [gameID, color, username, atMs, body];
    }),
  );
  const wanted = Prisma.sql`CASE j.value->>1 WHEN 'white' THEN "whiteUsername" ELSE "blackUsername" END`;
  const other = Prisma.sql`CASE j.value->>1 WHEN 'white' THEN "blackUsername" ELSE "whiteUsername" END`;
  const free = Prisma.sql`"gameID" = j.value->>0 AND ${wanted} IS NULL AND "status" <> 'finished'
    AND "hostUsername" IS NULL`;
  const [, rows] = await client.$transaction([
    client.$executeRaw`
      INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
      SELECT "gameID", "lastEvent" + 1, j.value->>3, j.value->>4
      FROM json_each(${batch}) AS j CROSS JOIN "gameData" ON ${free}`,
    client.$queryRaw<SeatedRow[]>`
      UPDATE "gameData" SET "lastEvent" = "lastEvent" + 1,
        "whiteUsername" = CASE j.value->>1 WHEN 'white' THEN j.value->>2 ELSE "whiteUsername" END,
        "blackUsername" = CASE j.value->>1 WHEN 'black' THEN j.value->>2 ELSE "blackUsername" END,
        "changedAtMs" = CASE WHEN ${other} IS NULL THEN "changedAtMs" ELSE j.value->>3 END,
        "status" = CASE WHEN ${other} IS NULL THEN "status" ELSE 'playing' END
      FROM json_each(${batch}) AS j WHERE ${free} RETURNING *`,
  ]);
  const taken = new Map(rows.map((row) => [Number(row.gameID), row]));
  return seats.map(({ gameID }) => taken.get(gameID) ?? null);
}
