import type { PlayedMove } from '../contract/game/index.ts';

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

/** Whether `uci` names this move; a castle may be named in two ways, and is kept in one. */
export function isNamed({ uci: kept, san }: PlayedMove, uci: string): boolean {
  if (kept === uci) return true;
  if (!san.startsWith('O-O') || uci.slice(0, 2) !== kept.slice(0, 2)) return false;
  // A king that goes two files or more castles, and to that side.
  const files = (move: string) => move.charCodeAt(2) - move.charCodeAt(0);
  const isOneRank = uci.length === 4 && uci[1] === uci[3];
  return isOneRank && Math.abs(files(uci)) > 1 && files(uci) > 0 === files(kept) > 0;
}
