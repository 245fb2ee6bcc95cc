import fc from 'fast-check';
import type { Variant } from '../contract/game/index.ts';
import { uciOf } from './castling.ts';
import { legalDropMoves } from './drops.ts';
import { automaticEnding } from './endings.ts';
import { legalMoves } from './legality.ts';
import { type GameRecord, play, startRecord } from './record.ts';

/** For tests: where a random game starts. */
export type Start = readonly [Variant, string | undefined];

/** For tests: every legal move in UCI. */
export function legalUcis({ position, variant }: GameRecord): string[] {
  const context = position.ctx();
  return [...legalMoves(position, context), ...legalDropMoves(position, context)].map((move) =>
    uciOf(position, move, variant),
  );
}

/** A legal move, in UCI; every second choice undoes the mover's last move where possible. */
function choose(record: GameRecord, choice: number): string | undefined {
  const moves = legalUcis(record);
  const own = record.moves.at(-2)?.uci ?? '';
  const back = own.slice(2, 4) + own.slice(0, 2);
  return choice % 2 === 0 && moves.includes(back) ? back : moves[choice % moves.length];
}

/** For tests: a game of random legal moves from one of `starts`: the record after each ply, until the game ends by itself. */
export const randomGames = (starts: readonly Start[], maxLength: number) =>
  fc
    .tuple(
      fc.constantFrom(...starts),
      fc.array(fc.nat({ max: 9_999 }), { minLength: maxLength / 2, maxLength }),
    )
    .map(([[variant, fen], choices]) => {
      const way = [startRecord(fen, variant)];
      for (const choice of choices) {
        const record = way[way.length - 1];
        if (!record || automaticEnding(record)) break;
        const uci = choose(record, choice);
        if (!uci) break;
        way.push(play(record, uci));
      }
      return way;
    });

/** For tests: the last record of a game. */
export const last = (way: readonly GameRecord[]): GameRecord =>
  way[way.length - 1] ?? startRecord();
