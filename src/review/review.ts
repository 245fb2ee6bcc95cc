import { turnOf } from '../contract/game/chess-time.ts';
import type { Color, PlayedMove, Variant } from '../contract/game/index.ts';
import {
  automaticEnding,
  fenOf,
  type GameRecord,
  isNamed,
  play,
  startRecord,
} from '../rules/index.ts';
import { accuracy, accuracyByPhase, accuracyOf } from './accuracy.ts';
import { averageCentipawnLoss } from './centipawn-loss.ts';
import { evaluatedMoves, moverAt } from './evaluated-moves.ts';
import type { Evaluations } from './evaluation.ts';
import { isBookMove, type Judgement, judgementOf } from './judgement.ts';
import { type Division, divisionOf, type Phase } from './phases.ts';

/** The game that is reviewed. */
export interface ReviewedGame {
  readonly initialFen: string;
  readonly variant: Variant;
  /** All plies, oldest first. */
  readonly moves: readonly PlayedMove[];
}

/** What an engine said of a game, or of as much of it as it has searched. */
export interface EngineOutput {
  /** After each ply, from White's view; none for a ply that won the game (AN-1). */
  readonly evaluations: Evaluations;
  /** Its line from the position before each ply, in UCI with spaces between, its choice first; empty if unknown. */
  readonly lines: readonly string[];
}

/** What the review says of one move. */
export interface ReviewedPly {
  readonly judgement: Judgement | null;
  /** 0 to 100 (AN-3); null where an evaluation is missing, and for the ply that won the game. */
  readonly accuracy: number | null;
  /** Whether it was the engine's choice. */
  readonly isBest: boolean;
  readonly isBook: boolean;
}

/** What the review says of a side; null without a move of it, or while an evaluation is missing. */
export interface ReviewedSide {
  readonly accuracy: number | null;
  /** Null in a variant without phases (AN-16). */
  readonly accuracyByPhase: Readonly<Record<Phase, number | null>> | null;
  readonly centipawnLoss: number | null;
  /** How many moves were judged so. */
  readonly counts: Readonly<Record<Judgement, number>>;
}

/** A game's review, computed from what an engine said. */
export interface Review extends Readonly<Record<Color, ReviewedSide>> {
  readonly plies: readonly ReviewedPly[];
  readonly division: Division | null;
}

/**
 * The review of a game (AN-1 to AN-6, AN-16, AN-17); with fewer evaluations than the game needs, as much as can be said.
 * @param isInTable whether the position after a ply, the first being 1, stands in the opening table (AN-12)
 * @throws RookeryError `bad_request` for the FEN, `illegal_move` for the first illegal move
 */
export function reviewOf(
  game: ReviewedGame,
  { evaluations, lines }: EngineOutput,
  isInTable: (ply: number) => boolean = () => false,
): Review {
  const { initialFen, moves, variant } = game;
  const records = recordsOf(game);
  const first = turnOf(initialFen);
  const complete = Array.from(
    { length: evaluationCount(records.at(-1), moves.length) },
    (_, index) => evaluations[index] ?? null,
  );
  const division = divisionOf(records.map(fenOf), variant);
  const evaluated = evaluatedMoves(complete, first);
  const plies = moves.map((played, index): ReviewedPly => {
    const move = evaluated[index];
    const isBest = isChoice(played, lines[index]);
    const judgement = move && !isBest ? judgementOf(move) : null;
    return {
      judgement,
      accuracy: move ? accuracyOf(move) : null,
      isBest,
      isBook: isBookMove(isInTable(index + 1), judgement),
    };
  });
  const sideOf = (side: Color): ReviewedSide => ({
    accuracy: accuracy(complete, first, side),
    accuracyByPhase: division && accuracyByPhase(complete, first, side, division),
    centipawnLoss: averageCentipawnLoss(complete, first, side),
    counts: countsOf(plies.filter((_, index) => moverAt(index, first) === side)),
  });
  return { plies, division, white: sideOf('white'), black: sideOf('black') };
}

/**
 * Whether an engine's output covers this game: one line a ply, and one evaluation but for a ply that won it (AN-11).
 * @throws RookeryError `bad_request` for the FEN, `illegal_move` for the first illegal move
 */
export function coversGame(game: ReviewedGame, { evaluations, lines }: EngineOutput): boolean {
  const plies = game.moves.length;
  return (
    lines.length === plies &&
    evaluations.length === evaluationCount(recordsOf(game).at(-1), plies) &&
    !evaluations.includes(null)
  );
}

/** The game after each ply, the start first. */
function recordsOf({ initialFen, moves, variant }: ReviewedGame): GameRecord[] {
  const records = [startRecord(initialFen, variant)];
  for (const { uci } of moves) {
    const before = records.at(-1);
    if (before) records.push(play(before, uci));
  }
  return records;
}

/** How many evaluations a game has: none after the ply that won it (AN-1). */
function evaluationCount(last: GameRecord | undefined, plies: number): number {
  const isWon = last !== undefined && automaticEnding(last)?.winner != null;
  return isWon ? Math.max(0, plies - 1) : plies;
}

const isChoice = (played: PlayedMove, line = ''): boolean =>
  line !== '' && isNamed(played, line.split(' ', 1)[0] ?? '');

function countsOf(plies: readonly ReviewedPly[]): Record<Judgement, number> {
  const count = (judgement: Judgement) => plies.filter((ply) => ply.judgement === judgement).length;
  return {
    inaccuracy: count('inaccuracy'),
    mistake: count('mistake'),
    blunder: count('blunder'),
  };
}
