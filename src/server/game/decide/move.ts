import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import { type Color, type EventBody, opponentOf } from '../../../contract/game/index.ts';
import { automaticEnding, fenOf, isNamed, play } from '../../../rules/index.ts';
import { chargeFor, noLag } from '../lag.ts';
import {
  clockOf,
  clockRuns,
  type GameState,
  type OpenGame,
  type PlayingGame,
  plyOf,
  turnOf,
  withClock,
} from '../state.ts';
import type { Decision, Moment, MoveCommand } from './command.ts';
import { timedOut } from './ends.ts';

/**
 * Whether this player has already played this very move at that ply (T-2); also if it was taken back since, when the mover
 * names the last event seen.
 */
export function isRepeated(
  state: GameState,
  { ply, uci, lastEvent }: MoveCommand,
  sides: readonly Color[],
): boolean {
  if (!sides.includes(moverAt(state, ply))) return false;
  const played = state.record.moves[ply];
  if (played && isNamed(played, uci)) return true;
  return takenBackSince(state, lastEvent).some(
    (gone) => gone.ply === ply && isNamed(gone.move, uci),
  );
}

/** The moves taken back after an event; none when it is unknown. */
function takenBackSince({ takenBack }: GameState, lastEvent: number | undefined) {
  return lastEvent === undefined ? [] : takenBack.filter(({ number }) => number > lastEvent);
}

/** Whose turn it is after `ply` plies. */
function moverAt(state: GameState, ply: number): Color {
  const even = (plyOf(state) - ply) % 2 === 0;
  return even ? turnOf(state) : opponentOf(turnOf(state));
}

export function decideMove(
  state: OpenGame | PlayingGame,
  { ply, uci, lastEvent, lag = noLag }: MoveCommand,
  sides: readonly Color[],
  moment: Moment,
): Decision {
  const color = turnOf(state);
  requirePresent(state, ply, lastEvent);
  if (!sides.includes(color)) throw new RookeryError('not_your_turn');
  // A game with a clock starts when both seats are taken (W-7 is for untimed ones).
  if (state.status === 'open' && state.setup.timeControl.type !== 'unlimited') {
    throw new RookeryError('no_opponent');
  }
  const record = play(state.record, uci);
  const played = record.moves.at(-1);
  if (!played) throw new Error('A move was played but is not in the record.');
  const time = state.status === 'playing' ? timed(state, color, lag, moment) : {};
  if (time === 'out') return timedOut(state, moment);
  const { clocks, quotas } = time;
  const { uci: playedUci, san } = played;
  const fen = fenOf(record);
  const moved: EventBody = clocks
    ? { type: 'moved', color, ply: ply + 1, uci: playedUci, san, fen, clocks }
    : { type: 'moved', color, ply: ply + 1, uci: playedUci, san, fen };
  const ending = automaticEnding(record);
  const events: EventBody[] = ending
    ? [moved, { type: 'ended', ending, ...(clocks && { clocks }) }]
    : [moved];
  return { events, record, ...(quotas && { quotas }) };
}

/** Rejects a move that was chosen in another position than the current one. */
function requirePresent(state: GameState, ply: number, lastEvent: number | undefined): void {
  if (ply !== plyOf(state)) {
    throw new RookeryError('stale_ply', {
      field: 'ply',
      problem: problem('game.ply', { ply, atPly: plyOf(state) }),
    });
  }
  if (lastEvent !== undefined && lastEvent > state.lastEvent) {
    throw new RookeryError('bad_request', {
      field: 'lastEvent',
      problem: problem('game.events', { events: state.lastEvent }),
    });
  }
  if (takenBackSince(state, lastEvent).some((gone) => gone.ply < ply)) {
    throw new RookeryError('stale_ply', {
      field: 'lastEvent',
      problem: problem('game.takenBack'),
    });
  }
}

/** The time that the move costs (C-4, C-5); `out` when it exceeds the remaining time. */
function timed(
  state: PlayingGame,
  color: Color,
  lag: NonNullable<MoveCommand['lag']>,
  { nowMs }: Moment,
): 'out' | { clocks?: GameState['clocks']; quotas?: PlayingGame['quotas'] } {
  const { clocks, setup, quotas } = state;
  const { timeControl } = setup;
  if (clocks === null || timeControl.type !== 'clock') return {};
  if (!clockRuns(state)) return { clocks };
  const elapsedMs = Math.max(0, nowMs - state.turnBeganAtMs);
  const { chargedMs, quotaMs } = chargeFor(elapsedMs, quotas[color], lag, timeControl);
  const leftMs = clockOf(clocks, color) - chargedMs;
  if (leftMs <= 0) return 'out';
  return {
    clocks: withClock(clocks, color, leftMs + timeControl.incrementMs),
    quotas: { ...quotas, [color]: quotaMs },
  };
}
