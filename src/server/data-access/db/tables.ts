import { Prisma } from '../../../generated/sqlite/client.ts';

type Model = keyof typeof Prisma.ModelName;

/** What a clear leaves (R-CLEAR-1): when servers ran is no data of a user or game, and running ones go on writing it. */
const kept: ReadonlySet<Model> = new Set<Model>(['Heartbeat', 'Downtime']);

/**
 * Tables that a clear empties without locking them. Statements come to these before the game in some cases and after it
 * in others, so that no order of locks would keep a clear and such a statement from waiting for each other.
 */
const unlocked: ReadonlySet<Model> = new Set<Model>(['Rating', 'RatingChange']);

/** The models' tables are named like them, with a small first letter (the schema tests prove it). */
const tableOf = (model: string): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}`;

/** Everything that models.prisma has, in its order, which is the order in which statements come to the tables. */
const models = Object.values(Prisma.ModelName);

const cleared = models.filter((model) => !kept.has(model));

/** What a clear empties, those first that refer to others. */
export const clearedTables: readonly string[] = cleared.map(tableOf).reverse();

/** What a clear locks against other writers, in this order; users last, since all statements check them last. */
export const lockedTables: readonly string[] = [
  ...cleared.filter((model) => model !== 'User' && !unlocked.has(model)),
  'User',
].map(tableOf);

/** Names as SQL writes them in a list. */
export const quoted = (tables: readonly string[]): Prisma.Sql =>
  Prisma.raw(tables.map((table) => `"${table}"`).join(', '));
