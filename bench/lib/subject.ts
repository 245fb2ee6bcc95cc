import type { Databases } from './database.ts';
import type { Report } from './table.ts';
import type { Plan } from './windows.ts';

/** What was asked for on the command line. */
interface Options {
  /** Only a check that all works. */
  readonly quick: boolean;
  /** `paced` with 10,000 games too. */
  readonly large: boolean;
  /** Where `memory` writes snapshots of the heap: the beginning of their names. */
  readonly snapshot: string | null;
}

/** The input of every subject. */
export interface Setting {
  readonly databases: Databases;
  readonly plan: Plan;
  readonly options: Options;
}

/** A measurement beside its bare counterparts. */
export type Subject = (setting: Setting) => Promise<Report>;

/** The measured value, and its limit. */
interface Measured {
  readonly found: number;
  readonly limit: number;
  readonly unit?: string;
}

/** A goal of at least the limit. */
export const atLeast = (id: string, asked: string, { found, limit, unit = '' }: Measured) => ({
  id,
  asked: `${asked} ≥ ${limit}${unit}`,
  found: `${round(found)}${unit}`,
  met: found >= limit,
});

/** A goal of less than the limit. */
export const below = (id: string, asked: string, { found, limit, unit = '' }: Measured) => ({
  id,
  asked: `${asked} < ${limit}${unit}`,
  found: `${round(found)}${unit}`,
  met: found < limit,
});

const round = (value: number) => Number(value.toPrecision(3)).toLocaleString('en');
