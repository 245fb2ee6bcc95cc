import type { Position } from 'chessops/chess';
import type { NormalMove } from 'chessops/types';
import { uciOf } from '../../src/rules/castling.ts';
import { automaticEnding, fenOf, play, startRecord } from '../../src/rules/index.ts';
import { legalMoves } from '../../src/rules/legality.ts';

/** The moves of a legal game, with the position after each. */
export type Script = readonly {
  readonly uci: string;
  readonly san: string;
  readonly fen: string;
}[];

/**
 * Random legal games of `plies` plies, the same in every run. Captures are avoided, and pawns are moved when the
 * fifty-move rule is near; otherwise few games would last.
 */
export function scripts(count: number, plies: number): Script[] {
  const found: Script[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const script = randomGame(randomNumbers(seed), plies);
    if (script.length === plies) found.push(script);
  }
  return found;
}

function randomGame(random: () => number, plies: number): Script {
  const script: Script[number][] = [];
  let record = startRecord();
  while (script.length < plies && automaticEnding(record) === null) {
    const uci = uciOf(record.position, choose(record.position, random));
    record = play(record, uci);
    script.push({ uci, san: record.moves.at(-1)?.san ?? '', fen: fenOf(record) });
  }
  return script;
}

function choose(position: Position, random: () => number): NormalMove {
  const moves = [...legalMoves(position, position.ctx())];
  const { board, halfmoves } = position;
  const quiet = moves.filter(({ from, to }) =>
    halfmoves > 60
      ? board.pawn.has(from)
      : !board.has(to) && (!board.pawn.has(from) || random() < 0.2),
  );
  const from = quiet.length > 0 ? quiet : moves;
  const move = from[Math.floor(random() * from.length)];
  if (!move) throw new Error('There is no legal move, yet the game is not over.');
  return move;
}

/** Random numbers from 0 to 1, repeatable by the seed (a linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
