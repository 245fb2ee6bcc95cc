import type { EventBody, GameEvent } from '../../contract/game.ts';
import { gameFrom, playSan } from '../../rules/notation.testing.ts';
import type { GameCommit } from '../data-access/data-access.ts';
import { type Command, decide } from '../live/decide.ts';
import { apply, type GameState, newGame, summaryOf, turnOf } from '../live/state.ts';

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
export function seatedGame(seats: Seats = aliceAndBob, fen?: string): GameState {
  const { initialFen } = gameFrom(fen);
  const taken = (['white', 'black'] as const).flatMap((color): EventBody[] => {
    const username = seats[color];
    return username === null ? [] : [{ type: 'seatTaken', color, username }];
  });
  return happen(newGame({ gameID: 1, gameName: 'test', createdAtMs: 0, initialFen }), taken)[0];
}

/** The game after a command. */
export function act(state: GameState, command: Command): GameState {
  return happen(state, decide(state, command).events)[0];
}

/** Who is to move. */
function mover(state: GameState): string {
  const name = { white: state.whiteUsername, black: state.blackUsername }[turnOf(state)];
  // W-7: with one seat empty, whoever sits may move on their own turn only.
  return name ?? '';
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
  const [next, events] = happen(state, decide(state, command).events, atMs);
  return { gameID: state.gameID, afterEvent: state.lastEvent, events, row: summaryOf(next) };
}
