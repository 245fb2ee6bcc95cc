import { parseSan } from 'chessops/san';
import type { Variant } from '../contract/game/index.ts';
import { uciOf } from './castling.ts';
import { type GameRecord, play, startRecord } from './record.ts';

/** For tests: the game after these moves in SAN, such as `e4 e5 Nf3`. */
export function playSan(record: GameRecord, line: string): GameRecord {
  return line
    .split(' ')
    .filter(Boolean)
    .reduce((game, san) => {
      const move = parseSan(game.position, san);
      if (!move) throw new Error(`${san} is not legal here`);
      return play(game, uciOf(game.position, move, game.variant));
    }, record);
}

/** For tests: the game from `fen` after these moves in SAN. */
export const gameFrom = (fen: string | undefined, line = '', variant?: Variant): GameRecord =>
  playSan(startRecord(fen, variant), line);

/** For tests: the SAN of the last move. */
export const lastSan = (record: GameRecord): string | undefined => record.moves.at(-1)?.san;
