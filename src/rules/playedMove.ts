import type { PlayedMove } from '../contract/game.ts';

/**
 * One object for each different move that was ever played, shared by all games: a game then costs 8 bytes a move, not a
 * hundred. A table of constants rather than state: a second copy of this module only means a second table, and chess
 * bounds it (some 100,000 entries with all variants; some thousands in practice).
 */
const table = new Map<string, PlayedMove>();

/** The move of this UCI and SAN; frozen, because it is shared. */
export function playedMove(uci: string, san: string): PlayedMove {
  const key = `${uci} ${san}`;
  const known = table.get(key);
  if (known) return known;
  const move = Object.freeze({ uci, san });
  table.set(key, move);
  return move;
}
