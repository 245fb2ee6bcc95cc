import { levelOf } from '../../contract/game/computer.ts';
import {
  type Color,
  type GameSummary,
  type GameView,
  opponentOf,
} from '../../contract/game/index.ts';
import { timeRuns } from '../../contract/game/time.ts';
import type { MoveRequest } from './engine.ts';

type Seats = Pick<GameSummary, 'whiteUsername' | 'blackUsername'>;

/** An offer of the opponent that the computer must answer. */
export interface AnswerDue {
  readonly type: 'takeback' | 'rematch' | 'draw';
  /** The computer's user. */
  readonly username: string;
  readonly color: Color;
}

/** A move that the computer must make. */
export interface MoveDue {
  readonly username: string;
  readonly ply: number;
  readonly request: MoveRequest;
}

/** Whether a computer plays in this game. */
export const hasComputer = ({ whiteUsername, blackUsername }: Seats): boolean =>
  [whiteUsername, blackUsername].some((name) => name !== null && levelOf(name) !== null);

/** Whose turn it is in a FEN. */
export const turnIn = (fen: string): Color => (fen.split(' ')[1] === 'b' ? 'black' : 'white');

const nameAt = ({ whiteUsername, blackUsername }: Seats, color: Color): string | null =>
  color === 'white' ? whiteUsername : blackUsername;

/** The offer that the computer must answer in this game; null: none. */
export function answerDue(view: GameView): AnswerDue | null {
  const { takebackOffer, drawOffer, rematchOffer, rematchID } = view;
  const asked = (type: AnswerDue['type'], asker: Color | null): AnswerDue | null => {
    if (asker === null) return null;
    const color = opponentOf(asker);
    const username = nameAt(view, color);
    return username !== null && levelOf(username) !== null ? { type, username, color } : null;
  };
  if (view.status === 'finished') return rematchID === null ? asked('rematch', rematchOffer) : null;
  if (view.status !== 'playing') return null;
  return asked('takeback', takebackOffer) ?? asked('draw', drawOffer);
}

/**
 * The move that the computer must make in this game; null: none.
 * @param nowMs milliseconds since 1970
 */
export function moveDue(view: GameView, nowMs: number): MoveDue | null {
  const { status, setup, fen, initialFen, moves, clocks, turnBeganAtMs } = view;
  if (status !== 'playing') return null;
  const turn = turnIn(fen);
  const username = nameAt(view, turn);
  const level = username === null ? null : levelOf(username);
  if (username === null || level === null) return null;
  const ply = moves.length;
  const request = { variant: setup.variant, initialFen, moves, level };
  const { timeControl } = setup;
  if (clocks === null || timeControl.type !== 'clock') return { username, ply, request };
  const runs = timeRuns(timeControl, ply) && turnBeganAtMs !== null;
  const usedMs = runs ? Math.max(0, nowMs - turnBeganAtMs) : 0;
  const remainingMs = Math.max(0, clocks[turn === 'white' ? 'whiteMs' : 'blackMs'] - usedMs);
  const { incrementMs } = timeControl;
  return { username, ply, request: { ...request, remainingMs, incrementMs } };
}
