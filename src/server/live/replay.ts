import type { EventBody, GameEvent } from '../../contract/game.ts';
import { fenOf, play } from '../../rules/index.ts';
import type { StoredEvent, StoredGame } from '../data-access/data-access.ts';
import { apply } from './apply.ts';
import { type GameState, newGame, turnOf } from './state.ts';

/** A stored event as it was told at the time, and the game after it. */
function replayEvent(state: GameState, stored: StoredEvent): [GameState, GameEvent] {
  const { number, atMs } = stored;
  if (stored.body.type !== 'moved') {
    const event = { ...stored.body, number, atMs };
    return [apply(state, event), event];
  }
  const record = play(state.record, stored.body.uci);
  const ply = record.moves.length;
  const body: EventBody = { ...stored.body, ply, color: turnOf(state), fen: fenOf(record) };
  const event = { ...body, number, atMs };
  return [apply(state, event, { record }), event];
}

/** The game that its stored events make. */
export function replayGame(stored: StoredGame): GameState {
  const state = stored.events.reduce<GameState>(
    (before, event) => replayEvent(before, event)[0],
    newGame(stored),
  );
  return givenBack(withNames(state, stored), stored.downtimes);
}

/** Names as they are now: a guest who registered has played under another one. */
function withNames(state: GameState, { names }: StoredGame): GameState {
  const named = <S extends GameState>(game: S): S => {
    const { white, black } = game.seats;
    const seats = {
      white: white && names.white !== null ? { ...white, username: names.white } : white,
      black: black && names.black !== null ? { ...black, username: names.black } : black,
    };
    return { ...game, seats } as S;
  };
  return named(state);
}

/** Time during which no server ran is nobody's: the turn begins so much later (C-10). */
function givenBack(state: GameState, downtimes: StoredGame['downtimes']): GameState {
  if (state.status !== 'playing') return state;
  let { turnBeganAtMs } = state;
  // Oldest first: each moves the turn on to, at the latest, the moment when a server ran again.
  for (const { fromMs, toMs } of downtimes) {
    if (toMs > turnBeganAtMs) turnBeganAtMs += toMs - Math.max(fromMs, turnBeganAtMs);
  }
  return { ...state, turnBeganAtMs };
}

/** A game's stored events after number `after`, as they were told at the time. */
export function eventsAfter(stored: StoredGame, after: number): GameEvent[] {
  const events: GameEvent[] = [];
  stored.events.reduce<GameState>((before, one) => {
    const [state, event] = replayEvent(before, one);
    events.push(event);
    return state;
  }, newGame(stored));
  return events.filter((event) => event.number > after);
}
