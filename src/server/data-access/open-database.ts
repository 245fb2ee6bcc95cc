import type { DataAccess } from './data-access.ts';
import type { Client } from './db/dialect.ts';

export interface OpenOptions {
  /** `file:PATH` or `postgresql://…` */
  readonly databaseUrl: string;
  /** The project's folder, which holds `prisma/`. */
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An open database and how to speak of it at start-up. */
export interface OpenDatabase {
  readonly dataAccess: DataAccess;
  /** For people, without the password: `SQLite data/rookery.db`. */
  readonly description: string;
  /**
   * The same for every process on this database, and for no other database: what its first migration is filed under. A
   * copy has that of its original.
   */
  readonly databaseId: string;
  /** What was done on opening, for people: applied migrations, mended rights. */
  readonly notes: readonly string[];
}

/** {@link OpenDatabase.installation} */
export async function databaseIdOf(client: Client): Promise<string> {
  const [first] = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1`;
  return first?.id ?? '';
}
