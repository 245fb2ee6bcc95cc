import { Prisma } from '../../../../generated/sqlite/client.ts';
import { Batcher } from '../../../base/batcher.ts';
import { commitRows } from '../commit-rows.ts';
import {
  type Client,
  type Dialect,
  type GamesChunk,
  type NewGame,
  newRow,
  type SeatClaim,
  type SeatedRow,
} from '../dialect.ts';
import { sqliteInserts, sqliteUpdate } from './commit.ts';
import { takeSeats } from './seats.ts';

/**
 * SQLite. A commit blocks the process until it is on disk, so concurrent writes share one. The statements of a batch run
 * in one transaction without others in between (see `adapter.ts`), so the inserts can check the state before the update
 * of the game's row, which decides and comes last.
 */
export function sqliteDialect(client: Client): Dialect {
  const games = new Batcher<NewGame, number>({ run: (batch) => insertGames(client, batch) });
  const seats = new Batcher<SeatClaim, SeatedRow | null>({
    run: (batch) => takeSeats(client, batch),
    keysOf: ({ gameID, color }) => [`${gameID} ${color}`],
  });
  return {
    async gamesChunk(where, limit, all) {
      // The index has a quarter of the table's bytes; by default SQLite would use the primary key.
      const index = all ? Prisma.sql`INDEXED BY "gameData_listed_idx"` : Prisma.empty;
      const [chunk] = await client.$queryRaw<GamesChunk[]>`
        SELECT group_concat(json_object('gameID', "gameID", 'whiteUsername', "whiteUsername",
                 'blackUsername', "blackUsername", 'gameName', "gameName"), ',') AS "json",
               max("gameID") AS "last", (SELECT max("gameID") FROM "gameData") AS "newest"
        FROM (SELECT "gameID", "whiteUsername", "blackUsername", "gameName" FROM "gameData" ${index}
              WHERE ${where} ORDER BY "gameID" LIMIT ${limit})`;
      return chunk ?? { json: null, last: null, newest: null };
    },

    createGame: (game) => games.ask(game),

    addToGame: (seat) => seats.ask(seat),

    async commitEvents(commits) {
      const rows = commitRows(commits);
      const statements = [...sqliteInserts(client, rows), sqliteUpdate(client, rows.games)];
      const decided = (await client.$transaction(statements)).at(-1);
      return new Set(Array.isArray(decided) ? decided.map((row) => Number(row.gameID)) : []);
    },

    // SQLite runs one transaction at a time.
    lockUsers: () => [],
    keepWritersOut: () => [],
  };
}

/** @returns the gameIDs, in the order of the games */
async function insertGames(client: Client, games: readonly NewGame[]): Promise<number[]> {
  const rows = games.map(newRow);
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => Prisma.raw(`"${column}"`));
  const values = columns.map((_, index) => Prisma.raw(`j.value->>${index}`));
  const batch = JSON.stringify(rows.map((row) => Object.values(row)));
  const made = await client.$queryRaw<{ gameID: number }[]>`
    INSERT INTO "gameData" (${Prisma.join(names)}) SELECT ${Prisma.join(values)}
    FROM json_each(${batch}) AS j ORDER BY j.key RETURNING "gameID"`;
  // gameIDs increase in the order of the values (AUTOINCREMENT), but RETURNING has no defined order.
  return made.map(({ gameID }) => Number(gameID)).sort((a, b) => a - b);
}
