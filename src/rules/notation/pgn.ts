import {
  ChildNode,
  defaultGame,
  makeComment,
  makePgn,
  type Node,
  type PgnNodeData,
} from 'chessops/pgn';
import { isVoid } from '../../contract/game/chess-time.ts';
import type { EndReason, GameView } from '../../contract/game/index.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { variantName } from '../../contract/game/variant-names.ts';
import { initialFenOf } from '../variants.ts';
import { moveNumber, numberingOf } from './numbering.ts';

/** Optional parts of a PGN besides the game. */
export interface PgnExtras {
  /** The value of the Site tag: the game's address. */
  readonly site?: string | undefined;
  /** The mover's remaining time after each ply, in ms; null where it is unknown. */
  readonly clocksMs?: readonly (number | null)[] | undefined;
  /** The opening's code and name (AN-12). */
  readonly opening?: { readonly eco: string; readonly name: string } | null | undefined;
}

/** Maximum line length, in characters: the standard asks for less than 80. */
const LINE_LENGTH = 79;

const SECONDS_A_DAY = 86_400;

/** The standard's Termination for endings that are not `normal`. */
const terminations: Readonly<Partial<Record<EndReason, string>>> = {
  timeout: 'time forfeit',
  abandonment: 'abandoned',
  aborted: 'abandoned',
  declined: 'abandoned',
};

/**
 * A game in Portable Game Notation, export format: the seven tags, optional tags, the moves in SAN. An unfinished game
 * has the result `*`.
 */
export function pgnOf(game: GameView, extras: PgnExtras = {}): string {
  const { site = '?', clocksMs = [], opening = null } = extras;
  const named: [name: string, value: string][] = opening
    ? [
        ['ECO', opening.eco],
        ['Opening', opening.name],
      ]
    : [];
  const headers = new Map(
    [...tagsOf(game, site), ...named].map(([name, value]) => [name, oneLine(value)]),
  );
  const pgn = makePgn({ headers, moves: lineOf(game, clocksMs) });
  const [tags = '', moves = ''] = pgn.split('\n\n');
  return `${tags}\n\n${wrapped(moves.trim().split(' '))}\n`;
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

/** The moves as one line, with the clocks as comments. */
function lineOf({ initialFen, moves }: GameView, clocksMs: readonly (number | null)[]) {
  const { moves: root } = defaultGame<PgnNodeData>();
  const numbering = numberingOf(initialFen);
  let last: Node<PgnNodeData> = root;
  moves.forEach(({ san }, ply) => {
    const leftMs = clocksMs[ply] ?? null;
    // The standard numbers Black's move after a comment; makePgn doesn't.
    const black = (ply + numbering.offset) % 2 === 1;
    const numbered = black && ply > 0 && (clocksMs[ply - 1] ?? null) !== null;
    const comments = leftMs === null ? [] : [makeComment({ clock: Math.floor(leftMs / 1000) })];
    const text = numbered ? `${moveNumber(numbering, ply)}... ${san}` : san;
    const child = new ChildNode<PgnNodeData>({ san: text, comments });
    last.children.push(child);
    last = child;
  });
  return root;
}

const oneLine = (value: string): string => value.replaceAll(/\s+/g, ' ');

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
