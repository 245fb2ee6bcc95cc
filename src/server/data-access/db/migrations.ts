import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

/** This version can't migrate the database's schema. */
class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

interface MigrationRow {
  readonly name: string;
  readonly finished: boolean;
}

/**
 * Applies the pending migrations of `prisma/<provider>/migrations`, and records them as `prisma migrate` does. Uses
 * Prisma's schema engine as WebAssembly through the driver adapter: no engine is downloaded.
 * @param folder `prisma/sqlite` or `prisma/postgresql`
 * @returns the names of the migrations applied now
 * @throws SchemaError when an earlier migration failed, or when the database was made by a newer version
 */
export async function migrate(
  folder: string,
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
): Promise<readonly string[]> {
  const migrations = readMigrations(path.join(folder, 'migrations'));
  const before = await readApplied(adapterFactory);
  const failed = before.find((row) => !row.finished);
  if (failed) {
    throw new SchemaError(
      `The migration ${failed.name} failed earlier and left the database half changed. Restore your backup, or repair the tables and run "npx prisma migrate resolve".`,
    );
  }
  const known = new Set(migrations.map((migration) => migration.path));
  const newer = before.find((row) => !known.has(row.name));
  if (newer) {
    throw new SchemaError(
      `The database has the migration ${newer.name}, which this version of Rookery does not know: it was made by a newer one. Update Rookery, or restore a backup made by this version.`,
    );
  }
  if (migrations.length === before.length) return [];

  const connections: SqlDriverAdapter[] = [];
  const engine = await openEngine(path.join(folder, 'schema.prisma'), {
    provider: adapterFactory.provider,
    adapterName: adapterFactory.adapterName,
    connect: () => adapterFactory.connect().then(remember),
    connectToShadowDb: () => adapterFactory.connectToShadowDb().then(remember),
  });
  function remember(connection: SqlDriverAdapter) {
    connections.push(connection);
    return connection;
  }
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: path.join(folder, 'migrations'),
        lockfile: { path: 'migration_lock.toml', content: null },
        shadowDbInitScript: '',
        migrationDirectories: migrations,
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    // The engine leaves its connections open, and SQLite's would keep the file locked.
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

function readMigrations(folder: string) {
  const names = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  if (names.length === 0) throw new SchemaError(`There are no migrations in ${folder}.`);
  return names.sort().map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: {
        tag: 'ok' as const,
        value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'),
      },
    },
  }));
}

/** The migrations in `_prisma_migrations` that were not rolled back; empty for a new database. */
async function readApplied(
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
): Promise<MigrationRow[]> {
  const connection = await adapterFactory.connect();
  const query = (sql: string) => connection.queryRaw({ sql, args: [], argTypes: [] });
  try {
    const catalogue = connection.provider === 'sqlite' ? 'sqlite_master' : 'pg_tables';
    const column = connection.provider === 'sqlite' ? 'name' : 'tablename';
    const table = await query(`SELECT 1 FROM ${catalogue} WHERE ${column} = '_prisma_migrations'`);
    if (table.rows.length === 0) return [];
    const { rows } = await query(
      `SELECT migration_name, CASE WHEN finished_at IS NULL THEN 0 ELSE 1 END
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows.map(([name, finished]) => ({
      name: String(name),
      finished: Number(finished) === 1,
    }));
  } finally {
    await connection.dispose();
  }
}

/** The used part of the schema engine's interface. */
interface SchemaEngine {
  applyMigrations(input: unknown): Promise<{ appliedMigrationNames: string[] }>;
}

async function openEngine(
  schemaFile: string,
  adapterFactory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const { SchemaEngine } = await loadEngine();
  return SchemaEngine.new(
    { datamodels: [[path.basename(schemaFile), readFileSync(schemaFile, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory),
  );
}

interface EngineBindings {
  readonly SchemaEngine: {
    new: (
      options: { readonly datamodels: readonly (readonly [name: string, content: string])[] },
      log: () => void,
      adapterFactory: unknown,
    ) => Promise<SchemaEngine>;
  };
}

const engineKey = Symbol.for('rookery.schemaEngine');

/**
 * Loads the engine once per process, even if this module is loaded several times: the bindings cache views of one
 * instance's memory, and would use them for a second instance.
 */
function loadEngine(): Promise<EngineBindings> {
  const shared = globalThis as typeof globalThis & { [engineKey]?: Promise<EngineBindings> };
  shared[engineKey] ??= instantiate();
  return shared[engineKey];
}

async function instantiate(): Promise<EngineBindings> {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')));
  const bindings = await import(path.join(folder, 'schema_engine_bg.js'));
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  const start = exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return bindings;
}
