import type { DataAccess } from './data-access.ts';
import type { Client } from './db/dialect.ts';

export interface OpenOptions {
  /** `file:PATH` or `postgresql://…` */
  readonly databaseUrl: string;
  /** The project folder, which contains `prisma/`. */
  readonly root: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** An open database, and its description for the start-up log. */
export interface OpenDatabase {
  readonly dataAccess: DataAccess;
  /** Readable, without the password: `SQLite data/rookery.db`. */
  readonly description: string;
  /**
   * Identifies the database, equal in every process on it: the ID of its first migration. A copy has the ID of its
   * original.
   */
  readonly databaseId: string;
  /** Readable notes about changes at opening: applied migrations, corrected file permissions. */
  readonly notes: readonly string[];
}

/** See {@link OpenDatabase.databaseId}. */
export async function databaseIdOf(client: Client): Promise<string> {
  const [first] = await client.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "_prisma_migrations" ORDER BY "started_at", "migration_name" LIMIT 1`;
  return first?.id ?? '';
}

/** The note about applied migrations: none, the name of one, or how many. @param names in their order */
export function migrationNotes(names: readonly string[]): string[] {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined) return [];
  if (names.length === 1) return [`applied migration ${first}`];
  return [`applied ${names.length} migrations, ${first} to ${last}`];
}
