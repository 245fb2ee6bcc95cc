import type { Variant } from '../../src/contract/game/index.ts';
import {
  automaticEnding,
  CHESS960_COUNT,
  canClaimThreefold,
  chess960Fen,
  type EngineGame,
  engineGame,
  fenOf,
  type GameRecord,
  play,
  startRecord,
} from '../../src/rules/index.ts';
import { type Level, noticedMoves } from '../../src/server/engine/levels.ts';
import { locateEngine } from '../../src/server/engine/locate.ts';
import { UciProcess } from '../../src/server/engine/uci-process.ts';

/** Each opening is played twice, colours swapped. */
const OPENING_PLIES = 4;
/** Longer games are drawn. */
const MOST_PLIES = 300;
const PATIENCE_MS = 60_000;

/** The result of a match, for the first player. */
export interface Score {
  readonly won: number;
  readonly drawn: number;
  readonly lost: number;
}

interface Player {
  readonly process: UciProcess;
  readonly level: Level;
}

/** Random numbers from 0 to below 1, repeatable by the seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plays a match between two levels; only nodes and depth limit them, so that the machine's load doesn't matter. */
export async function playMatch(
  first: Level,
  second: Level,
  { variant, games, random }: { variant: Variant; games: number; random: () => number },
): Promise<Score> {
  const players = await Promise.all([first, second].map((level) => playerOf(level)));
  const [one, other] = players;
  if (!one || !other) throw new Error('There are two.');
  try {
    const points: number[] = [];
    while (points.length < games) {
      const opening = openingOf(variant, random);
      points.push(await playGame(opening, one, other, random));
      if (points.length < games) points.push(1 - (await playGame(opening, other, one, random)));
    }
    const count = (score: number) => points.filter((point) => point === score).length;
    return { won: count(1), drawn: count(0.5), lost: count(0) };
  } finally {
    for (const { process } of players) process.kill();
  }
}

async function playerOf(level: Level): Promise<Player> {
  const located = locateEngine('bundled');
  if ('missing' in located) throw new Error(located.missing);
  const process = await UciProcess.start(located.command, PATIENCE_MS);
  return { process, level: { ...level, movetimeMs: PATIENCE_MS } };
}

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

/** A few random moves, so that games differ. */
function openingOf(variant: Variant, random: () => number): GameRecord {
  const fen =
    variant === 'chess960' ? chess960Fen(Math.floor(random() * CHESS960_COUNT)) : undefined;
  const start = startRecord(fen, variant);
  let record = start;
  for (let ply = 0; ply < OPENING_PLIES; ply += 1) {
    const uci = pick(engineGame(start.initialFen, record.moves, variant).legal, random);
    if (uci !== undefined) record = play(record, uci);
  }
  return automaticEnding(record) ? openingOf(variant, random) : record;
}

/** @returns White's points */
async function playGame(
  opening: GameRecord,
  white: Player,
  black: Player,
  random: () => number,
): Promise<number> {
  const { initialFen, variant } = opening;
  let record = opening;
  // Kept beside the record: replaying the game for every move would take longer than the engine's search.
  const moves = [...engineGame(initialFen, opening.moves, variant).moves];
  while (record.moves.length < MOST_PLIES) {
    const ending = automaticEnding(record);
    if (ending) return ending.winner === null ? 0.5 : ending.winner === 'white' ? 1 : 0;
    if (canClaimThreefold(record)) return 0.5;
    const player = record.position.turn === 'white' ? white : black;
    const { legal } = engineGame(fenOf(record), [], variant);
    const uci = await moveOf(player, { initialFen, moves, legal }, variant, random);
    moves.push(uci);
    record = play(record, uci);
  }
  return 0.5;
}

async function moveOf(
  { process, level }: Player,
  game: EngineGame,
  variant: Variant,
  random: () => number,
): Promise<string> {
  const only = level.notices < 1 ? noticedMoves(game.legal, level, random) : [];
  return (await process.search({ variant, game, limits: level, only }, PATIENCE_MS)).uci;
}
