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
import type { GameCommit } from '../records.ts';
import type { SqliteConnection } from './adapter.ts';
import { takeSeats } from './seats.ts';

type Writer = Pick<SqliteConnection, 'commitGames' | 'transact'>;

/** SQLite. A commit takes until it is on disk, so concurrent writes share one. */
export function sqliteDialect(client: Client, connection: Writer): Dialect {
  const games = new Batcher<NewGame, number>({ run: (batch) => insertGames(client, batch) });
  const seats = new Batcher<SeatClaim, SeatedRow | null>({
    run: (batch) => takeSeats(connection, batch),
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
      const rowsOf = (some: readonly GameCommit[]) => (some.length > 0 ? commitRows(some) : null);
      const moves = rowsOf(commits.filter(isMove));
      const others = rowsOf(commits.filter((commit) => !isMove(commit)));
      return new Set(await connection.commitGames({ moves, others }));
    },

    // SQLite runs one transaction at a time.
    lockUsers: () => [],
    keepWritersOut: () => [],
  };
}

const isMove = ({ events }: GameCommit): boolean =>
  events.length === 1 && events[0]?.type === 'moved';

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
