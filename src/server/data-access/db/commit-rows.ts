import type { GameEvent } from '../../../contract/game/index.ts';
import type { GameCommit, RatingUpdate } from './records.ts';

/** The PostgreSQL type of a value; a `flag` is a boolean, 1 or 0 in the row. */
export type ColumnType = 'int' | 'bigint' | 'float8' | 'text' | 'flag';

/**
 * The columns of the rows that a commit writes. A row is a JSON array of its values in this order. The statements of
 * both databases are built from this list (`sqlite/commit.ts`, `postgres/commit.ts`), so a new column is one line here
 * and one in each statement that writes it. Every row begins with the game and the last event that its decision knew.
 */
export const columns = {
  moves: {
    gameID: 'int',
    afterEvent: 'int',
    number: 'int',
    atMs: 'bigint',
    ply: 'int',
    uci: 'text',
    san: 'text',
    whiteMs: 'int',
    blackMs: 'int',
    quotaMs: 'int',
  },
  events: {
    gameID: 'int',
    afterEvent: 'int',
    number: 'int',
    atMs: 'bigint',
    body: 'text',
    afterwards: 'flag',
  },
  /** `ply`: how many plies remain after a takeback. */
  takebacks: { gameID: 'int', afterEvent: 'int', ply: 'int' },
  ratings: {
    gameID: 'int',
    afterEvent: 'int',
    username: 'text',
    variant: 'text',
    speed: 'text',
    atMs: 'bigint',
    gamesBefore: 'int',
    before: 'float8',
    rating: 'float8',
    deviation: 'float8',
    volatility: 'float8',
  },
  games: {
    gameID: 'int',
    afterEvent: 'int',
    lastEvent: 'int',
    status: 'text',
    changedAtMs: 'bigint',
    fen: 'text',
    ply: 'int',
    lastMove: 'text',
    endReason: 'text',
    winner: 'text',
    dueAtMs: 'bigint',
    afterwards: 'flag',
    seated: 'flag',
    // Absent unless `seated`: a process may still have a player's old name in memory.
    whiteUsername: 'text',
    blackUsername: 'text',
    whiteRating: 'int',
    blackRating: 'int',
    whiteProvisional: 'flag',
    blackProvisional: 'flag',
  },
} as const satisfies Record<string, Readonly<Record<string, ColumnType>>>;

type Table = keyof typeof columns;

/** The position of a column's value in a row. */
export const positionIn = <T extends Table>(
  table: T,
  column: keyof (typeof columns)[T] & string,
): number => Object.keys(columns[table]).indexOf(column);

/** A row's values by column; the seat columns of a game are optional. */
type Row<T extends Table> = Readonly<
  Record<Exclude<keyof (typeof columns)[T], Seat>, string | number | null>
> &
  Readonly<Partial<Record<Seat, string | number | null>>>;
type Seat = `${'white' | 'black'}${'Username' | 'Rating' | 'Provisional'}`;

/** SQL expressions by column name. @param read returns the SQL of a value at a position in the row's array */
export function columnsAs<T extends Table>(
  table: T,
  read: (position: number, type: ColumnType) => string,
): Readonly<Record<keyof (typeof columns)[T], string>> {
  const entries = Object.entries(columns[table]) as [string, ColumnType][];
  const named = entries.map(([name, type], position) => [name, read(position, type)] as const);
  return Object.fromEntries(named) as Record<keyof (typeof columns)[T], string>;
}

/** `"a" = …, "b" = …` for columns with the same name in table and row. */
export const assignments = <Name extends string>(
  values: Readonly<Record<Name, string>>,
  names: readonly Name[],
): string => names.map((name) => `"${name}" = ${values[name]}`).join(', ');

const order: Readonly<Record<Table, readonly string[]>> = {
  moves: Object.keys(columns.moves),
  events: Object.keys(columns.events),
  takebacks: Object.keys(columns.takebacks),
  ratings: Object.keys(columns.ratings),
  games: Object.keys(columns.games),
};

function valuesOf<T extends Table>(table: T, row: Row<T>): unknown[] {
  const named: Readonly<Record<string, unknown>> = row;
  const values: unknown[] = [];
  for (const name of order[table]) {
    const value = named[name];
    if (value === undefined) break;
    values.push(value);
  }
  return values;
}

export type CommitRows = ReturnType<typeof commitRows>;

/** Converts commits to rows: for each table the JSON parameter of its statement, null without rows. */
export function commitRows(commits: readonly GameCommit[]) {
  const moves: unknown[] = [];
  const events: unknown[] = [];
  const takebacks: unknown[] = [];
  const ratings: unknown[] = [];
  const games = commits.map((commit) => {
    const { gameID, afterEvent, events: own, row, quotaMs = null } = commit;
    const afterwards = isAfterwards(commit);
    for (const update of commit.ratings ?? []) ratings.push(ratingRow(update, afterEvent));
    for (const event of own) {
      const { number, atMs } = event;
      if (event.type === 'moved') {
        const { ply, uci, san, clocks } = event;
        const left = { whiteMs: clocks?.whiteMs ?? null, blackMs: clocks?.blackMs ?? null };
        const move = { gameID, afterEvent, number, atMs, ply, uci, san, ...left, quotaMs };
        moves.push(valuesOf('moves', move));
      } else {
        const body = bodyOf(event);
        events.push(valuesOf('events', { gameID, afterEvent, number, atMs, body, afterwards }));
        if (event.type === 'takenBack') {
          takebacks.push(valuesOf('takebacks', { gameID, afterEvent, ply: row.ply }));
        }
      }
    }
    return gameRow(commit, afterwards);
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

function gameRow({ gameID, afterEvent, events, row }: GameCommit, afterwards: number): unknown[] {
  const { status, changedAtMs, fen, ply, lastMove, ending, dueAtMs } = row;
  const seated = events.some(({ type }) => seating.has(type));
  return valuesOf('games', {
    gameID,
    afterEvent,
    lastEvent: afterEvent + events.length,
    status,
    changedAtMs,
    fen,
    ply,
    lastMove,
    endReason: ending?.reason ?? null,
    winner: ending?.winner ?? null,
    dueAtMs,
    afterwards,
    seated: seated ? 1 : 0,
    ...(seated && {
      whiteUsername: row.whiteUsername,
      blackUsername: row.blackUsername,
      whiteRating: row.whiteRating?.rating ?? null,
      blackRating: row.blackRating?.rating ?? null,
      whiteProvisional: row.whiteRating?.provisional ? 1 : 0,
      blackProvisional: row.blackRating?.provisional ? 1 : 0,
    }),
  });
}

const afterwardsTypes = new Set([
  'rematchOffered',
  'rematchDeclined',
  'rematchCancelled',
  'rematched',
  'renamed',
]);

/** 1 if all events are allowed in a finished game, else 0 (E-8). */
const isAfterwards = ({ events }: GameCommit): number =>
  events.every(({ type }) => afterwardsTypes.has(type)) ? 1 : 0;

/** An event's body without the properties that have columns of their own. */
function bodyOf({ number: _number, atMs: _atMs, ...body }: GameEvent): string {
  return JSON.stringify(body);
}

/** @param afterEvent the number of the last event before the commit */
function ratingRow(update: RatingUpdate, afterEvent: number): unknown[] {
  const { gameID, username, variant, speed, atMs, before, after } = update;
  const { rating, deviation, volatility } = after;
  return valuesOf('ratings', {
    gameID,
    afterEvent,
    username,
    variant,
    speed,
    atMs,
    gamesBefore: before.games,
    before: before.rating,
    rating,
    deviation,
    volatility,
  });
}
