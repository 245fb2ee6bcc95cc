import type { PlayerAction } from '../../contract/game/actions.ts';
import type { Ending, EventBody, GameEvent } from '../../contract/game/index.ts';
import { type GameSetup, plainSetup } from '../../contract/game/setup.ts';
import type { TimeControl } from '../../contract/game/time.ts';
import { gameFrom, playSan as playSans } from '../../rules/notation.testing.ts';
import type { GameCommit } from '../../server/data-access/db/records.ts';
import { apply, type Known } from '../../server/game/apply.ts';
import {
  type Command,
  type Decision,
  decide as decideAt,
  type Moment,
} from '../../server/game/decide/index.ts';
import type { Lag } from '../../server/game/lag.ts';
import {
  type GameOrigin,
  type GameState,
  nameAt,
  newGame,
  turnOf,
} from '../../server/game/state.ts';
import { summaryOf } from '../../server/game/views.ts';

/** The players; null for an empty seat. */
export interface Seats {
  readonly white: string | null;
  readonly black: string | null;
}

export const aliceAndBob: Seats = { white: 'alice', black: 'bob' };

/** The game after these event bodies, and the events. */
function happen(
  state: GameState,
  bodies: readonly EventBody[],
  atMs = 0,
  known: Known = {},
): [GameState, GameEvent[]] {
  const events = bodies.map(
    (body, index): GameEvent => ({ ...body, number: state.lastEvent + 1 + index, atMs }),
  );
  return [events.reduce<GameState>((before, event) => apply(before, event, known), state), events];
}

/** A game from `fen` (by default the standard position) with these seats taken. */
export function seatedGame(
  seats: Seats = aliceAndBob,
  fen?: string,
  setup: GameOrigin['setup'] = plainSetup,
): GameState {
  const { initialFen } = gameFrom(fen);
  const taken = (['white', 'black'] as const).flatMap((color): EventBody[] => {
    const username = seats[color];
    return username === null ? [] : [{ type: 'seatTaken', color, username }];
  });
  return happen(
    newGame({ gameID: 1, gameName: 'test', createdAtMs: 0, initialFen, setup }),
    taken,
  )[0];
}

const bothThere: Moment['absence'] = { white: null, black: null };

/** The decision on a command; both players are connected by default. */
export const decide = (
  state: GameState,
  command: Command,
  atMs = 0,
  absence: Moment['absence'] = bothThere,
): Decision => decideAt(state, command, { nowMs: atMs, absence });

/** The game after a command. */
export function act(
  state: GameState,
  command: Command,
  atMs = 0,
  absence: Moment['absence'] = bothThere,
): GameState {
  const decision = decide(state, command, atMs, absence);
  return happen(state, decision.events, atMs, decision)[0];
}

/** A time control in whole seconds: `clock(180, 2)` is 3+2. */
export const clock = (limit: number, increment = 0): TimeControl => ({
  type: 'clock',
  limitMs: limit * 1000,
  incrementMs: increment * 1000,
});

/** A game that alice and bob have agreed on in the lobby, started at 0 ms. */
export const timedGame = (
  timeControl: TimeControl,
  setup: Partial<GameSetup> = {},
  fen?: string,
): GameState =>
  seatedGame(aliceAndBob, fen, { ...plainSetup, source: 'lobby', timeControl, ...setup });

/** The player to move. */
function mover(state: GameState): string {
  // W-7: with one seat empty, the other player may only move on their own turn.
  return nameAt(state, turnOf(state)) ?? '';
}

/** The UCI moves of a line in SAN from this position: `e4 e5 Nf3`. */
export function uciOf(state: GameState, line: string): string[] {
  const { moves } = playSans(state.record, line);
  return moves.slice(state.record.moves.length).map(({ uci }) => uci);
}

/** The game after these moves in SAN, each by the player whose turn it is, all at one time. */
export function playLine(state: GameState, line: string, atMs = 0): GameState {
  const play = (game: GameState, uci: string) => act(game, moveBy(game, uci), atMs);
  return uciOf(state, line).reduce<GameState>(play, state);
}

/** The game after one move in SAN, with this lag. */
export function playSan(state: GameState, san: string, atMs = 0, lag?: Lag): GameState {
  return act(state, sanBy(state, san, lag), atMs);
}

/** The command that plays a move in SAN now, by the player whose turn it is. */
export const sanBy = (state: GameState, san: string, lag?: Lag) => ({
  ...moveBy(state, uciOf(state, san)[0] ?? ''),
  lag,
});

/** The command of a user's action. */
export const asks = (username: string, type: PlayerAction): Command => ({ type, username });

/** The ending of a game that is over, else null. */
export const endingOf = (state: GameState): Ending | null =>
  state.status === 'finished' ? state.ending : null;

/** The command that plays `uci` now, by the player whose turn it is. */
export function moveBy(state: GameState, uci: string): Extract<Command, { type: 'move' }> {
  return { type: 'move', username: mover(state), ply: state.record.moves.length, uci };
}

/** The decision on a command, in the form to write. */
export function commitOf(state: GameState, command: Command, atMs: number): GameCommit {
  const decision = decide(state, command, atMs);
  const [next, events] = happen(state, decision.events, atMs, decision);
  return {
    gameID: state.gameID,
    afterEvent: state.lastEvent,
    events,
    row: summaryOf(next),
    quotaMs: decision.quotas?.[turnOf(state)],
  };
}
