import type { PlayedMove } from '../contract/game/index.ts';

/**
 * One shared object for each distinct move: a game then costs 8 bytes a move instead of about a hundred. A table of
 * constants rather than state: a second copy of this module only means a second table, and chess bounds its size (some
 * 100,000 entries with all variants; some thousands in practice).
 */
const table = new Map<string, PlayedMove>();

/** The move with this UCI and SAN; frozen, because it is shared. */
export function playedMove(uci: string, san: string): PlayedMove {
  const key = `${uci} ${san}`;
  const known = table.get(key);
  if (known) return known;
  const move = Object.freeze({ uci, san });
  table.set(key, move);
  return move;
}

/** Whether `uci` names this move; castling has two forms, of which one is stored. */
export function isNamed({ uci: kept, san }: PlayedMove, uci: string): boolean {
  if (kept === uci) return true;
  if (!san.startsWith('O-O') || uci.slice(0, 2) !== kept.slice(0, 2)) return false;
  // Castling moves the king two files or more, and towards that side.
  const files = (move: string) => move.charCodeAt(2) - move.charCodeAt(0);
  const isOneRank = uci.length === 4 && uci[1] === uci[3];
  return isOneRank && Math.abs(files(uci)) > 1 && files(uci) > 0 === files(kept) > 0;
}
