import type { SqlQuery } from '@prisma/driver-adapter-utils';
import { Prisma } from '../../../../generated/sqlite/client.ts';
import type { SeatClaim, SeatedRow } from '../dialect.ts';
import { summaryColumns } from '../rows.ts';
import type { SqliteConnection } from './adapter.ts';

/** A game's row as JSON: much faster than 30 columns, which Prisma would convert one by one. */
const seatedJson = Prisma.raw(
  `json_object(${[...Object.keys(summaryColumns), 'lastEvent'].map((column) => `'${column}', "${column}"`).join(', ')})`,
);

/**
 * Takes seats in one transaction: first one seat of each game, then the second seats.
 * @param seats each at most once
 * @returns for each seat the game's row if it was taken, else null
 */
export async function takeSeats(
  connection: Pick<SqliteConnection, 'transact'>,
  seats: readonly SeatClaim[],
): Promise<(SeatedRow | null)[]> {
  const games = new Set<number>();
  const rounds: [SeatClaim[], SeatClaim[]] = [[], []];
  for (const seat of seats) {
    rounds[games.has(seat.gameID) ? 1 : 0].push(seat);
    games.add(seat.gameID);
  }
  const statements = rounds.filter((round) => round.length > 0).flatMap(seatStatements);
  const results = await connection.transact(statements.map(queryOf));
  const taken = new Map<SeatClaim, SeatedRow>();
  rounds.forEach((round, index) => {
    const rows = results[2 * index + 1] ?? [];
    const found = new Map(
      rows.map(([json]) => JSON.parse(String(json)) as SeatedRow).map((row) => [row.gameID, row]),
    );
    for (const seat of round) {
      const row = found.get(seat.gameID);
      if (row) taken.set(seat, row);
    }
  });
  return seats.map((seat) => taken.get(seat) ?? null);
}

/** The statements that take seats of different games: an insert of the events, and an update that returns the rows. */
function seatStatements(seats: readonly SeatClaim[]): Prisma.Sql[] {
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
  return [
    Prisma.sql`
      INSERT INTO "gameEvent" ("gameID", "number", "atMs", "body")
      SELECT "gameID", "lastEvent" + 1, j.value->>3, j.value->>4
      FROM json_each(${batch}) AS j CROSS JOIN "gameData" ON ${free}`,
    Prisma.sql`
      UPDATE "gameData" SET "lastEvent" = "lastEvent" + 1,
        "whiteUsername" = CASE j.value->>1 WHEN 'white' THEN j.value->>2 ELSE "whiteUsername" END,
        "blackUsername" = CASE j.value->>1 WHEN 'black' THEN j.value->>2 ELSE "blackUsername" END,
        "changedAtMs" = CASE WHEN ${other} IS NULL THEN "changedAtMs" ELSE j.value->>3 END,
        "status" = CASE WHEN ${other} IS NULL THEN "status" ELSE 'playing' END
      FROM json_each(${batch}) AS j WHERE ${free} RETURNING ${seatedJson} AS "json"`,
  ];
}

/** The query of a statement whose values are text. */
const queryOf = ({ sql, values }: Prisma.Sql): SqlQuery => ({
  sql,
  args: values,
  argTypes: values.map(() => ({ scalarType: 'string', arity: 'scalar' })),
});
