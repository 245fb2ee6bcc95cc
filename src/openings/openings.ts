import { Chess, type Position } from 'chessops/chess';
import { parseSan } from 'chessops/san';
import { keyOf } from '../rules/position.ts';
import { type GameRecord, play, startRecord } from '../rules/record.ts';
import { closed } from './lines/closed.ts';
import { flank } from './lines/flank.ts';
import { indian } from './lines/indian.ts';
import { open } from './lines/open.ts';
import { semiOpen } from './lines/semi-open.ts';

/** The name of a line of play. */
export interface Opening {
  /** The code of the Encyclopaedia of Chess Openings: A00 to E99. */
  readonly eco: string;
  /** `Family: Variation, Subvariation` */
  readonly name: string;
}

/** A line of the table, and the position after its moves. */
interface Line extends Opening {
  readonly position: Position;
}

/**
 * The table as lines. A row continues the last row that is indented less; it ends with the code and the name.
 * @throws Error for an illegal move, or a row without a name
 * @internal exported for its tests
 */
export const readLines = (table: string): Line[] => [...linesOf(table)];

function* linesOf(table: string): Generator<Line> {
  const path: { readonly depth: number; readonly position: Position }[] = [];
  for (const row of table.trim().split('\n')) {
    const [moves = '', title = ''] = row.split('|');
    const depth = moves.search(/\S/);
    while ((path.at(-1)?.depth ?? -1) >= depth) path.pop();
    const position = path.at(-1)?.position.clone() ?? Chess.default();
    for (const san of moves.trim().split(' ')) playSan(position, san);
    path.push({ depth, position });
    const [, eco, name] = /^ ([A-E]\d\d) (.+)$/.exec(title) ?? [];
    if (!eco || !name) throw new Error(`This row of openings has no name: ${row}`);
    yield { eco, name, position };
  }
}

/** Plays a move on the position itself. */
function playSan(position: Position, san: string): void {
  const move = parseSan(position, san);
  if (!move) throw new Error(`${san} is not legal in this row of openings.`);
  position.play(move);
}

/** All tables. @internal exported for its tests */
export const tables = [flank, open, semiOpen, closed, indian] as const;

const index = new Map<string, Opening>();

/** Adds the lines of all tables to the index, and stops after each one. */
function* indexing(): Generator<void> {
  for (const table of tables) {
    for (const { position, eco, name } of linesOf(table)) {
      index.set(keyOf(position), { eco, name });
      yield;
    }
  }
}
const work = indexing();

/** How many lines are indexed before a page can do something else: some milliseconds on a phone. */
const AT_A_TIME = 20;

/** Makes the index piece by piece, so that a page stays responsive; without it the first look-up makes it at once. */
export async function prepareOpenings(): Promise<void> {
  for (let lines = 1; !work.next().done; lines++) {
    if (lines % AT_A_TIME === 0) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The opening of a position; null for one that isn't in the table. */
function openingAt(position: Position): Opening | null {
  while (!work.next().done); // what is not prepared
  return index.get(keyOf(position)) ?? null;
}

/** What the opening of a game depends on. */
export type Played = Pick<GameRecord, 'variant' | 'initialFen' | 'moves'>;

/** Openings have names in standard chess from the usual start only (AN-12). */
const hasOpenings = ({ variant, initialFen }: Played): boolean =>
  variant === 'standard' && initialFen === startRecord().initialFen;

/** No later position of a game is looked up: the longest line of the table is shorter. */
const MAX_PLIES = 40;

/**
 * The opening of a game: that of its last position which is in the table, by whatever order of moves it came (AN-12).
 * Null before a first one, in variants, and for other start positions.
 */
export function openingOf(record: Played): Opening | null {
  if (!hasOpenings(record)) return null;
  let found: Opening | null = null;
  let after = startRecord();
  for (const { uci } of record.moves.slice(0, MAX_PLIES)) {
    after = play(after, uci);
    found = openingAt(after.position) ?? found;
  }
  return found;
}
