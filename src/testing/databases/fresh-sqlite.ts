import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openDatabase } from '../../server/data-access/open.ts';

/** The folder of the template, whose name changes with the migrations. */
const templates = 'node_modules/.cache/rookery';

/**
 * Creates an SQLite database as after a first start: with current tables and no rows. The migrations run once for all
 * tests; later databases are copies.
 * @param root the project's folder
 * @param file the path of the new database
 */
export async function makeFreshSqlite(root: string, file: string): Promise<void> {
  copyFileSync(await template(root), file);
  const database = new Database(file);
  // Every database has its own id (`OpenDatabase.installation`).
  const rename = database.prepare('UPDATE "_prisma_migrations" SET "id" = ? || "migration_name"');
  rename.run(`${randomUUID()} `);
  database.close();
}

async function template(root: string): Promise<string> {
  const folder = path.join(root, templates);
  const file = path.join(folder, `fresh-${digestOf(path.join(root, 'prisma/sqlite'))}.db`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const drafts = mkdtempSync(path.join(folder, 'draft-'));
  const draft = path.join(drafts, 'fresh.db');
  const { dataAccess } = await openDatabase({ databaseUrl: `file:${draft}`, root, now: Date.now });
  await dataAccess.close();
  // Several files may create it at once: each writes a complete one.
  renameSync(draft, file);
  rmSync(drafts, { recursive: true });
  return file;
}

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
