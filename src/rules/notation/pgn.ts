import { isVoid } from '../../contract/game/chess-time.ts';
import type { EndReason, GameView } from '../../contract/game/index.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { variantName } from '../../contract/game/variant-names.ts';
import { initialFenOf } from '../variants.ts';
import { moveNumber, numberingOf } from './numbering.ts';

/** What a game's record can hold besides the game. */
export interface PgnExtras {
  /** Where it was played: its address. */
  readonly site?: string | undefined;
  /** What the mover had left after each ply, in ms; null where that isn't known. */
  readonly clocksMs?: readonly (number | null)[] | undefined;
}

/** Lines are kept shorter than 80 characters, as the standard asks. */
const LINE_LENGTH = 79;

const SECONDS_A_DAY = 86_400;

/** The standard's word for a reason that is not `normal`. */
const terminations: Readonly<Partial<Record<EndReason, string>>> = {
  timeout: 'time forfeit',
  abandonment: 'abandoned',
  aborted: 'abandoned',
  declined: 'abandoned',
};

/**
 * A game in Portable Game Notation, export format: the seven tags, what else is known, the moves in SAN. A game that goes
 * on has the result `*`.
 */
export function pgnOf(game: GameView, { site = '?', clocksMs = [] }: PgnExtras = {}): string {
  const tags = tagsOf(game, site).map(([name, value]) => `[${name} "${escaped(value)}"]`);
  const text = wrapped([...movesOf(game, clocksMs), resultOf(game)]);
  return `${tags.join('\n')}\n\n${text}\n`;
}

function tagsOf(game: GameView, site: string): [name: string, value: string][] {
  const { setup, initialFen, ending, whiteRating, blackRating } = game;
  const [date = '', time = ''] = new Date(game.createdAtMs).toISOString().split('T');
  const day = date.replaceAll('-', '.');
  const tags: [string, string][] = [
    ['Event', game.gameName],
    ['Site', site],
    ['Date', day],
    ['Round', '-'],
    ['White', game.whiteUsername ?? '?'],
    ['Black', game.blackUsername ?? '?'],
    ['Result', resultOf(game)],
    ['UTCDate', day],
    ['UTCTime', time.slice(0, 8)],
  ];
  if (whiteRating) tags.push(['WhiteElo', String(whiteRating.rating)]);
  if (blackRating) tags.push(['BlackElo', String(blackRating.rating)]);
  if (setup.variant !== 'standard') tags.push(['Variant', variantName[setup.variant]]);
  tags.push(['TimeControl', timeOf(setup.timeControl)]);
  const termination = ending ? (terminations[ending.reason] ?? 'normal') : 'unterminated';
  tags.push(['Termination', termination]);
  if (setup.variant === 'chess960' || initialFen !== initialFenOf(setup.variant)) {
    tags.push(['SetUp', '1'], ['FEN', initialFen]);
  }
  return tags;
}

function resultOf({ ending }: GameView): string {
  if (!ending || isVoid(ending)) return '*';
  if (ending.winner === null) return '1/2-1/2';
  return ending.winner === 'white' ? '1-0' : '0-1';
}

/** Seconds and increment, seconds for one move, or `-` without a clock. */
function timeOf(time: TimeControl): string {
  switch (time.type) {
    case 'unlimited':
      return '-';
    case 'correspondence':
      return `1/${time.daysPerMove * SECONDS_A_DAY}`;
    case 'clock':
      return `${time.limitMs / 1000}+${time.incrementMs / 1000}`;
    default:
      return time satisfies never;
  }
}

/** The moves with their numbers and clocks, each piece of it a word that no line is broken within. */
function movesOf({ initialFen, moves }: GameView, clocksMs: readonly (number | null)[]): string[] {
  const numbering = numberingOf(initialFen);
  return moves.flatMap(({ san }, ply) => {
    const number = moveNumber(numbering, ply);
    const black = (ply + numbering.offset) % 2 === 1;
    const left = clocksMs[ply] ?? null;
    // Black's move is numbered where nothing of White's stands just before it.
    const alone = ply === 0 || (clocksMs[ply - 1] ?? null) !== null;
    const head = black ? (alone ? [`${number}...`] : []) : [`${number}.`];
    return [...head, san, ...(left === null ? [] : [`{[%clk ${clockText(left)}]}`])];
  });
}

function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const two = (part: number) => String(part % 60).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`;
}

/** A tag's value is one line, its quotes and backslashes behind a backslash. */
const escaped = (value: string): string =>
  value.replaceAll(/\s+/g, ' ').replaceAll(/["\\]/g, (mark) => `\\${mark}`);

function wrapped(words: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= LINE_LENGTH) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join('\n');
}
