import type { Total } from './windows.ts';

/** A row of the table. */
export interface Row {
  /** Empty: the same as in the row above. */
  readonly subject: string;
  readonly who: string;
  readonly perSecond?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly p999Ms?: number;
  readonly serverUs?: number;
  readonly loadUs?: number;
  /** How many CPUs the driver used, and how busy it was. */
  readonly driver?: string;
  /** How many CPUs all other processes of the machine used. */
  readonly otherCpus?: number;
  /** The server's memory. */
  readonly residentMB?: number;
  /** This row's requests per second, divided by the bare relay's. */
  readonly ofRelay?: number;
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

/** A column of the table. */
interface Column {
  readonly title: string;
  readonly isText?: boolean;
  cell(row: Row): string;
}

const hundredths = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));

const columns: readonly Column[] = [
  { title: '', isText: true, cell: ({ subject }) => subject },
  { title: '', isText: true, cell: ({ who }) => who },
  { title: 'per s', cell: ({ perSecond }) => digits(perSecond) },
  { title: '÷ relay', cell: ({ ofRelay }) => ofRelay?.toFixed(3) ?? '' },
  { title: 'p50 ms', cell: ({ p50Ms }) => digits(p50Ms) },
  { title: 'p99 ms', cell: ({ p99Ms }) => digits(p99Ms) },
  { title: 'p99.9 ms', cell: ({ p999Ms }) => digits(p999Ms) },
  { title: 'CPU µs', cell: ({ serverUs }) => digits(serverUs) },
  { title: 'load µs', cell: ({ loadUs }) => digits(loadUs) },
  { title: 'driver CPUs (busy)', cell: ({ driver = '' }) => driver },
  { title: 'others’ CPUs', cell: (row) => hundredths(row.otherCpus) },
  { title: 'RSS MB', cell: ({ residentMB }) => digits(residentMB) },
  { title: 'Rookery ÷', cell: (row) => hundredths(row.ratio) },
  { title: '', isText: true, cell: ({ note = '' }) => note },
];

/** Prints the columns that are not empty. */
export function print({ rows, goals }: Report): void {
  const shown = columns
    .map((column) => ({ ...column, cells: rows.map((row) => column.cell(row)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ title, isText, cells }) => {
      const all = [title, ...cells];
      const width = Math.max(...all.map(({ length }) => length));
      return all.map((cell) => (isText ? cell.padEnd(width) : cell.padStart(width)));
    });
  for (let line = 0; line <= rows.length; line++) {
    console.log(
      shown
        .map((cells) => cells[line])
        .join('  ')
        .trimEnd(),
    );
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
