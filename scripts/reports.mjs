// node scripts/reports.mjs: the messages that people have reported, newest first, each with what was said before it.
// usage: node scripts/reports.mjs [COUNT]   reads the database that DATABASE_URL names, also while the server runs
import path from 'node:path';
import { readEnvFile } from './lib/env-file.mjs';
import { Failure, main, root } from './lib/run.mjs';

/** How many messages before the reported one are shown. */
const BEFORE = 3;

/** @typedef {Record<string, unknown>} Row */

const newest = `
  SELECT r."reporter", r."reported", r."gameID", r."room", r."number", r."reason", r."atMs",
    (SELECT count(*) FROM "report" AS o WHERE o."reported" = r."reported") AS "ofThem"
  FROM "report" AS r ORDER BY r."atMs" DESC LIMIT `;
const said = (/** @type {Row} */ { gameID, room, number }) => `
  SELECT "number", "username", "text" FROM "message"
  WHERE "gameID" = ${Number(gameID)} AND "room" = '${room === 'players' ? 'players' : 'spectators'}'
    AND "number" BETWEEN ${Number(number) - BEFORE} AND ${Number(number)} ORDER BY "number"`;

/** Opens the database for reading only. */
async function openReader(/** @type {string} */ url) {
  if (url.startsWith('file:')) {
    const { default: Database } = await import('better-sqlite3');
    const file = path.resolve(root, url.slice('file:'.length));
    const database = new Database(file, { readonly: true, fileMustExist: true });
    return {
      all: async (/** @type {string} */ sql) => /** @type {Row[]} */ (database.prepare(sql).all()),
      close: () => database.close(),
    };
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    all: async (/** @type {string} */ sql) => /** @type {Row[]} */ ((await client.query(sql)).rows),
    close: () => client.end(),
  };
}

await main(async () => {
  const count = Number(process.argv[2] ?? 50);
  if (!Number.isInteger(count) || count < 1) {
    throw new Failure('usage: node scripts/reports.mjs [COUNT]');
  }
  readEnvFile();
  const url = process.env.DATABASE_URL ?? 'file:data/rookery.db';
  const database = await openReader(url).catch((error) => {
    throw new Failure(`The database can't be read: ${error.message}`);
  });
  const reports = await database.all(newest + count);
  for (const report of reports) {
    const { reporter, reported, gameID, room, reason, ofThem } = report;
    const at = new Date(Number(report.atMs)).toISOString().slice(0, 16).replace('T', ' ');
    console.log(
      `${at}  ${reported}, by ${reporter}: ${reason}  (${ofThem} about ${reported} in all)`,
    );
    console.log(`  /game/${gameID}, ${room}' room`);
    for (const { number, username, text } of await database.all(said(report))) {
      console.log(`  ${Number(number) === Number(report.number) ? '>' : ' '} ${username}: ${text}`);
    }
    console.log();
  }
  if (reports.length === 0) console.log('Nobody has reported anything.');
  await database.close();
});
