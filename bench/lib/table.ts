import type { Total } from './windows.ts';

/** A row of the table. */
export interface Row {
  /** Empty: the same as in the row above. */
  readonly subject: string;
  readonly who: string;
  readonly perSecond?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly serverUs?: number;
  readonly loadUs?: number;
  /** Rookery's requests per second, divided by this row's. */
  readonly ratio?: number;
  readonly note?: string;
}

/** A goal, and its result in this run. */
export interface Goal {
  readonly id: string;
  readonly asked: string;
  readonly found: string;
  readonly met: boolean;
}

export interface Report {
  readonly rows: readonly Row[];
  readonly goals: readonly Goal[];
}

/** Rows for totals of which the first is Rookery's. */
export function rowsOf(subject: string, totals: readonly Total[], note?: string): Row[] {
  const own = totals[0]?.perSecond ?? Number.NaN;
  return totals.map(({ name, refused, ...total }, index) => ({
    subject: index === 0 ? subject : '',
    who: name,
    ...total,
    ...(index > 0 && { ratio: own / total.perSecond }),
    ...(index === 0 && note !== undefined && { note }),
    ...(refused > 0 && { note: `${refused} REFUSED` }),
  }));
}

const head = ['', '', 'per s', 'p50 ms', 'p99 ms', 'CPU µs', 'load µs', 'Rookery ÷', ''];

export function print({ rows, goals }: Report): void {
  const lines = rows.map((row) => [
    row.subject,
    row.who,
    digits(row.perSecond),
    digits(row.p50Ms),
    digits(row.p99Ms),
    digits(row.serverUs),
    digits(row.loadUs),
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.note ?? '',
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const isText = (column: number) => column < 2 || column === head.length - 1;
  for (const line of all) {
    const cells = line.map((cell, i) =>
      isText(i) ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
    );
    console.log(cells.join('  ').trimEnd());
  }
  if (goals.length > 0) console.log('\nGoals (first step)');
  for (const { id, asked, found, met } of goals) {
    console.log(`  ${id}  ${asked}: ${found}${met ? '' : '  NOT MET'}`);
  }
}

/** Three significant digits, or all digits before the point. */
export function digits(value: number | undefined): string {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 1 : 2);
}
