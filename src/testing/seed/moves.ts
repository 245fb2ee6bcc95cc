import { fenOf, type GameRecord, legalDests, materialLead, play } from '../../rules/index.ts';

/** Returns the next number from 0 to below 1 of a repeatable series (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTER = /[a-h][18]$/;

/** How many of the legal moves are compared for each move. */
const COMPARED = 6;

/**
 * The next move of a player who looks one ply ahead and prefers captures: enough for plausible games.
 * @returns the move in UCI; null when there is none
 */
export function nextMove(record: GameRecord, random: () => number): string | null {
  const all = [...legalDests(fenOf(record), record.variant)].flatMap(([from, dests]) =>
    dests.map((to) => from + to),
  );
  const tried = Array.from({ length: COMPARED }, () => all[Math.floor(random() * all.length)]);
  const side = record.position.turn === 'white' ? 1 : -1;
  let best: { readonly uci: string; readonly worth: number } | null = null;
  for (const move of tried) {
    if (move === undefined) continue;
    for (const uci of LETTER.test(move) ? [`${move}q`, move] : [move]) {
      const after = tryPlay(record, uci);
      if (!after) continue;
      const worth = side * materialLead(fenOf(after)) + random();
      if (best === null || worth > best.worth) best = { uci, worth };
      break;
    }
  }
  return best?.uci ?? null;
}

function tryPlay(record: GameRecord, uci: string): GameRecord | null {
  try {
    return play(record, uci);
  } catch {
    return null; // a promotion suffix on an ordinary move, or a missing one
  }
}
