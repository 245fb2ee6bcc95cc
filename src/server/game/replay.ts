import type { EventBody, GameEvent } from '../../contract/game/index.ts';
import { fenOf, type GameRecord, play, takeBack } from '../../rules/index.ts';
import type { StoredEvent, StoredGame } from '../data-access/db/records.ts';
import { apply } from './apply.ts';
import { type GameState, newGame, turnOf } from './state.ts';

/** How many earlier positions a replay keeps: more than most runs of takebacks. */
const TRAIL_LENGTH = 100;

/**
 * The last positions of a game that is being replayed: a takeback finds its position among them. Replaying the game from
 * its start for each one would make a game of many takebacks take seconds to load.
 */
class Trail {
  /** Oldest first, without the current one. */
  readonly #before: GameRecord[] = [];

  push(record: GameRecord): void {
    this.#before.push(record);
    if (this.#before.length > 2 * TRAIL_LENGTH) this.#before.splice(0, TRAIL_LENGTH);
  }

  /** The game without its last `plies` moves. */
  back(record: GameRecord, plies: number): GameRecord {
    const target = Math.max(0, record.moves.length - plies);
    for (let found = this.#before.pop(); found; found = this.#before.pop()) {
      if (found.moves.length === target) return found;
    }
    // Further back than the kept positions: rebuild them, so that the next takebacks find theirs.
    const from = takeBack(record, plies + Math.min(TRAIL_LENGTH, target));
    return record.moves.slice(from.moves.length, target).reduce((before, { uci }) => {
      this.push(before);
      return play(before, uci);
    }, from);
  }
}

/** A stored event as it was published, and the game after it. */
function replayEvent(state: GameState, stored: StoredEvent, trail: Trail): [GameState, GameEvent] {
  const { number, atMs } = stored;
  if (stored.body.type === 'takenBack') {
    const event = { ...stored.body, number, atMs };
    return [apply(state, event, { record: trail.back(state.record, event.plies) }), event];
  }
  if (stored.body.type !== 'moved') {
    const event = { ...stored.body, number, atMs };
    return [apply(state, event), event];
  }
  trail.push(state.record);
  const record = play(state.record, stored.body.uci);
  const ply = record.moves.length;
  const color = turnOf(state);
  const body: EventBody = { ...stored.body, ply, color, fen: fenOf(record) };
  const event = { ...body, number, atMs };
  const { quotaMs } = stored;
  const quotas =
    state.status === 'playing' && quotaMs !== undefined
      ? { ...state.quotas, [color]: quotaMs }
      : undefined;
  return [apply(state, event, { record, quotas }), event];
}

/** The game of these stored events. */
export function replayGame(stored: StoredGame): GameState {
  const trail = new Trail();
  const state = stored.events.reduce<GameState>(
    (before, event) => replayEvent(before, event, trail)[0],
    newGame(stored),
  );
  return givenBack(withNames(state, stored), stored.downtimes);
}

/** The players' current names: a guest who registered has played under another one. */
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

/** Adds the time during which no server ran to the start of the turn (C-10). */
function givenBack(state: GameState, downtimes: StoredGame['downtimes']): GameState {
  if (state.status !== 'playing') return state;
  let givenMs = 0;
  // Oldest first. Several processes may have recorded one downtime: overlaps count once.
  let countedToMs = state.turnBeganAtMs;
  for (const { fromMs, toMs } of downtimes) {
    if (toMs <= countedToMs) continue;
    givenMs += toMs - Math.max(fromMs, countedToMs);
    countedToMs = toMs;
  }
  return { ...state, turnBeganAtMs: state.turnBeganAtMs + givenMs };
}

/** A game's stored events after number `after`, as they were published. */
export function eventsAfter(stored: StoredGame, after: number): GameEvent[] {
  if ((stored.events.at(-1)?.number ?? 0) <= after) return [];
  const events: GameEvent[] = [];
  const trail = new Trail();
  stored.events.reduce<GameState>((before, one) => {
    const [state, event] = replayEvent(before, one, trail);
    events.push(event);
    return state;
  }, newGame(stored));
  return events.filter((event) => event.number > after);
}
