import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { startRecord } from '../../src/rules/index.ts';
import { type Script, scripts } from './scripts.ts';

/** The user of the load, and the password of every user in a benchmark's database. */
export const ACCOUNT = { username: 'player0', password: 'correct horse battery staple' };

/** Rookery's parameters for argon2id. */
export const argon2id = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The token of a user's session. */
export const tokenOf = (username: string): string => `token-of-${username}`;

export const digestOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');

/** The contents of a database. */
export interface Contents {
  /** Users `player0`, `player1`, …, each with a session. */
  readonly users: number;
  readonly games: number;
  /**
   * `mixed`: one open game in ten, two running, seven finished, with their moves; `open`: both seats empty;
   * `ready`: games of 3+2 without moves; the white seat of game n belongs to `player(2n-2)` and the black one to
   * `player(2n-1)`.
   */
  readonly kind: 'mixed' | 'open' | 'ready';
}

const DAY_MS = 86_400_000;

/** How far in the future the games start, in milliseconds: opening the connections may take longer than a first move may (C-7). */
const AHEAD_MS = 10 * 60_000;

/** Fills migrated tables. SQL generates the rows: 100,000 games with 4 million moves take a few seconds. */
export async function fill(file: string, { users, games, kind }: Contents): Promise<void> {
  const now = Date.now();
  // One hash for all users: the cost of a login does not depend on it.
  const passwordHash = await hash(ACCOUNT.password, argon2id);
  const database = new Database(file);
  database.exec('PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN');
  const user = database.prepare(
    'INSERT INTO user (username, usernameKey, passwordHash, email, createdAtMs) VALUES (?, ?, ?, ?, ?)',
  );
  const auth = database.prepare('INSERT INTO auth VALUES (?, ?, ?, ?, ?, ?)');
  for (let i = 0; i < users; i++) {
    const name = `player${i}`;
    user.run(name, name, passwordHash, `${name}@example.org`, now);
    auth.run(digestOf(tokenOf(name)), name, now, now, now + 30 * DAY_MS, 'bench');
  }
  if (kind === 'mixed') insertMixed(database, games, users, now);
  else insertUnplayed(database, games, kind === 'ready', now);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE); ANALYZE');
  database.close();
}

/** Games without moves, with both seats empty or taken. */
function insertUnplayed(
  database: Database.Database,
  games: number,
  seated: boolean,
  now: number,
): void {
  const { initialFen } = startRecord();
  const white = seated ? `'player' || (2 * value - 2)` : 'NULL';
  const black = seated ? `'player' || (2 * value - 1)` : 'NULL';
  const setup = seated
    ? `'blitz', 'challenge', 180000, 2000`
    : `'correspondence', 'api', NULL, NULL`;
  database
    .prepare(
      `INSERT INTO gameData (gameID, gameName, whiteUsername, blackUsername, status, createdAtMs, changedAtMs,
         initialFen, fen, lastEvent, speed, source, limitMs, incrementMs)
       SELECT value, 'Game ' || value, ${white}, ${black}, ?, ?, ?, ?, ?, ?, ${setup}
       FROM ${numbers(games)}`,
    )
    .run(seated ? 'playing' : 'open', now, now, initialFen, initialFen, seated ? 2 : 0);
  if (seated) insertSeats(database, now + AHEAD_MS);
}

/** Played games: each follows one of a few scripts, up to a ply that depends on its number. */
function insertMixed(database: Database.Database, games: number, users: number, now: number): void {
  database.exec('CREATE TEMP TABLE script (script INT, ply INT, uci TEXT, san TEXT, fen TEXT)');
  database.exec('CREATE INDEX temp.byPly ON script (script, ply)');
  const insert = database.prepare('INSERT INTO script VALUES (?, ?, ?, ?, ?)');
  const all = scripts(20, 60);
  all.forEach((moves: Script, script) => {
    moves.forEach(({ uci, san, fen }, index) => {
      insert.run(script, index + 1, uci, san, fen);
    });
  });
  const { initialFen } = startRecord();
  // plies: 0 in open games, else 20 to 59.
  database
    .prepare(
      `INSERT INTO gameData (gameID, gameName, whiteUsername, blackUsername, status, createdAtMs, changedAtMs,
         initialFen, fen, ply, lastMove, lastEvent, endReason, winner)
       SELECT value, 'Evening game ' || value, 'player' || ((value + value / 10) % CAST(@users AS INTEGER)),
         iif(open, NULL, 'player' || ((value * 11 + value / 10) % CAST(@users AS INTEGER))),
         iif(open, 'open', iif(finished, 'finished', 'playing')), @now - (@games - value) * 1000,
         @now - (@games - value) * 1000, @fen, coalesce(s.fen, @fen), plies, s.uci,
         iif(open, 1, plies + 2 + finished), iif(finished, 'resignation', NULL),
         iif(finished, iif(value % 2, 'white', 'black'), NULL)
       FROM (SELECT value, value % 10 = 0 AS open, value % 10 > 2 AS finished,
               iif(value % 10 = 0, 0, 20 + value * 13 % 40) AS plies FROM ${numbers(games)})
       LEFT JOIN script AS s ON s.script = value % ${all.length} AND s.ply = plies`,
    )
    .run({ users, games, now, fen: initialFen });
  database.exec(
    `INSERT INTO move (gameID, ply, number, uci, san, atMs)
     SELECT g.gameID, s.ply, s.ply + 2, s.uci, s.san, g.createdAtMs + s.ply
     FROM gameData AS g CROSS JOIN script AS s ON s.script = g.gameID % ${all.length} AND s.ply <= g.ply`,
  );
  insertSeats(database, now);
  database.exec(
    `INSERT INTO gameEvent SELECT gameID, ply + 3, changedAtMs, json_object('type', 'ended', 'ending',
       json_object('reason', endReason, 'winner', winner)) FROM gameData WHERE status = 'finished'`,
  );
}

/** The events of the taken seats: the first two of a game. */
function insertSeats(database: Database.Database, now: number): void {
  for (const [number, color] of [
    [1, 'white'],
    [2, 'black'],
  ] as const) {
    database
      .prepare(
        `INSERT INTO gameEvent SELECT gameID, ${number}, ?, json_object('type', 'seatTaken', 'color', '${color}',
           'username', ${color}Username) FROM gameData WHERE ${color}Username IS NOT NULL`,
      )
      .run(now);
  }
}

/** The numbers from 1 to `count`, as a table with the column `value`. */
const numbers = (count: number) =>
  `(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT ${count}) SELECT value FROM n)`;
