import type { Databases } from './database.ts';
import type { Report } from './table.ts';
import type { Plan } from './windows.ts';

/** What every subject works with. */
export interface Setting {
  readonly databases: Databases;
  readonly plan: Plan;
}

/** One thing that is measured beside its bare counterparts. */
export type Subject = (setting: Setting) => Promise<Report>;

/** What was found beside what was asked for. */
interface Measured {
  readonly found: number;
  readonly limit: number;
  readonly unit?: string;
}

/** Counts towards a goal of at least so much. */
export const atLeast = (id: string, asked: string, { found, limit, unit = '' }: Measured) => ({
  id,
  asked: `${asked} ≥ ${limit}${unit}`,
  found: `${round(found)}${unit}`,
  met: found >= limit,
});

/** Counts towards a goal of less than so much. */
export const below = (id: string, asked: string, { found, limit, unit = '' }: Measured) => ({
  id,
  asked: `${asked} < ${limit}${unit}`,
  found: `${round(found)}${unit}`,
  met: found < limit,
});

const round = (value: number) => Number(value.toPrecision(3)).toLocaleString('en');
