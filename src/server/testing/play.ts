import type { EventBody, GameEvent } from '../../contract/game.ts';
import { plainSetup } from '../../contract/setup.ts';
import { gameFrom, playSan } from '../../rules/notation.testing.ts';
import type { GameCommit } from '../data-access/data-access.ts';
import { apply } from '../live/apply.ts';
import {
  type Command,
  type Decision,
  decide as decideAt,
  type Moment,
} from '../live/decide/index.ts';
import { type GameOrigin, type GameState, nameAt, newGame, turnOf } from '../live/state.ts';
import { summaryOf } from '../live/views.ts';

/** Who sits where; null for an empty seat. */
export interface Seats {
  readonly white: string | null;
  readonly black: string | null;
}

export const aliceAndBob: Seats = { white: 'alice', black: 'bob' };

/** The game after these things have happened in it, and the events that tell of them. */
function happen(
  state: GameState,
  bodies: readonly EventBody[],
  atMs = 0,
): [GameState, GameEvent[]] {
  const events = bodies.map(
    (body, index): GameEvent => ({ ...body, number: state.lastEvent + 1 + index, atMs }),
  );
  return [events.reduce<GameState>((before, event) => apply(before, event), state), events];
}

/** A game from `fen` (the usual position if absent) with these seats taken. */
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

/** A moment at which everyone is there. */
const momentAt = (nowMs: number): Moment => ({
  nowMs,
  absence: { white: null, black: null },
});

/** What a command makes of a game while both are there. */
export const decide = (state: GameState, command: Command, atMs = 0): Decision =>
  decideAt(state, command, momentAt(atMs));

/** The game after a command. */
export function act(state: GameState, command: Command, atMs = 0): GameState {
  return happen(state, decide(state, command, atMs).events, atMs)[0];
}

/** Who is to move. */
function mover(state: GameState): string {
  // W-7: with one seat empty, whoever sits may move on their own turn only.
  return nameAt(state, turnOf(state)) ?? '';
}

/** Moves in UCI from this position on, written in SAN: `e4 e5 Nf3`. */
export function uciOf(state: GameState, line: string): string[] {
  const { moves } = playSan(state.record, line);
  return moves.slice(state.record.moves.length).map(({ uci }) => uci);
}

/** The game after these moves in SAN, each by the player whose turn it is. */
export function playLine(state: GameState, line: string): GameState {
  return uciOf(state, line).reduce<GameState>((game, uci) => act(game, moveBy(game, uci)), state);
}

/** The command that plays `uci` now, by the player whose turn it is. */
export function moveBy(state: GameState, uci: string): Extract<Command, { type: 'move' }> {
  return { type: 'move', username: mover(state), ply: state.record.moves.length, uci };
}

/** What a command makes of a game, as it is to be written. */
export function commitOf(state: GameState, command: Command, atMs: number): GameCommit {
  const [next, events] = happen(state, decide(state, command, atMs).events, atMs);
  return { gameID: state.gameID, afterEvent: state.lastEvent, events, row: summaryOf(next) };
}
