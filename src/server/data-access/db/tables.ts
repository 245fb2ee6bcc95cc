import { Prisma } from '../../../generated/sqlite/client.ts';

type Model = keyof typeof Prisma.ModelName;

/** Models that a clear keeps (R-CLEAR-1): server times are no user data, and running servers continue to write them. */
const kept: ReadonlySet<Model> = new Set<Model>(['Heartbeat', 'Downtime']);

/**
 * Tables that a clear empties without locking them. Some statements use them before the game and others after it, so no
 * lock order would avoid a deadlock with a clear.
 */
const unlocked: ReadonlySet<Model> = new Set<Model>(['Rating', 'RatingChange']);

/** A table has its model's name with a lower-case first letter (proved by the schema tests). */
const tableOf = (model: string): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

/** All models in the order of models.prisma, which is the order in which statements use their tables. */
const models = Object.values(Prisma.ModelName);

const cleared = models.filter((model) => !kept.has(model));

/** The tables that a clear empties, referring tables before referred ones. */
export const clearedTables: readonly string[] = cleared.map(tableOf).reverse();

/** The tables that a clear locks, in lock order; users last, since all statements check them last. */
export const lockedTables: readonly string[] = [
  ...cleared.filter((model) => model !== 'User' && !unlocked.has(model)),
  'User',
].map(tableOf);

/** A comma-separated list of quoted names. */
export const quoted = (tables: readonly string[]): Prisma.Sql =>
  Prisma.raw(tables.map((table) => `"${table}"`).join(', '));
