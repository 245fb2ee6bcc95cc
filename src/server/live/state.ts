import type {
  Color,
  Ending,
  EventBody,
  GameEvent,
  GameSummary,
  GameView,
} from '../../contract/game.ts';
import { fenOf, type GameRecord, play, startRecord } from '../../rules/index.ts';
import type { StoredEvent, StoredGame } from '../data-access/data-access.ts';

interface Common {
  readonly gameID: number;
  readonly gameName: string;
  readonly createdAtMs: number;
  /** When the status last changed, ms since 1970. */
  readonly changedAtMs: number;
  /** The number of the last event. */
  readonly lastEvent: number;
  readonly record: GameRecord;
  /** The record's position; kept because writing it out costs as much as a move. */
  readonly fen: string;
  readonly whiteUsername: string | null;
  readonly blackUsername: string | null;
}

/** A seat is empty. In an untimed casual game the player to move may move all the same (W-7). */
export interface OpenGame extends Common {
  readonly status: 'open';
}

export interface PlayingGame extends Common {
  readonly status: 'playing';
  readonly whiteUsername: string;
  readonly blackUsername: string;
  /** Who has offered a draw that is still open. */
  readonly drawOffer: Color | null;
  /** The ply at which each side last offered a draw; null when it has not (E-3). */
  readonly offeredAtPly: Readonly<Record<Color, number | null>>;
}

interface FinishedGame extends Common {
  readonly status: 'finished';
  readonly ending: Ending;
}

/** A game as the server plays it: the fold of its events. */
export type GameState = OpenGame | PlayingGame | FinishedGame;

/** A game before its first event. */
export function newGame(
  game: Pick<StoredGame, 'gameID' | 'gameName' | 'createdAtMs' | 'initialFen'>,
): OpenGame {
  const { gameID, gameName, createdAtMs, initialFen } = game;
  const record = startRecord(initialFen);
  return {
    status: 'open',
    gameID,
    gameName,
    createdAtMs,
    changedAtMs: createdAtMs,
    lastEvent: 0,
    record,
    fen: fenOf(record),
    whiteUsername: null,
    blackUsername: null,
  };
}

/**
 * The game after one more event.
 * @param record the position after a move, for a caller that has already worked it out
 */
export function apply(state: GameState, event: GameEvent, record?: GameRecord): GameState {
  const next = { ...state, lastEvent: event.number };
  switch (event.type) {
    case 'seatTaken':
      return seated(
        next,
        event.color === 'white' ? event.username : state.whiteUsername,
        event.color === 'black' ? event.username : state.blackUsername,
        event.atMs,
      );
    case 'moved': {
      const moved = { ...next, record: record ?? play(state.record, event.uci), fen: event.fen };
      return moved.status === 'playing' && moved.drawOffer !== event.color
        ? { ...moved, drawOffer: null }
        : moved;
    }
    case 'drawOffered':
      return next.status === 'playing'
        ? {
            ...next,
            drawOffer: event.color,
            offeredAtPly: { ...next.offeredAtPly, [event.color]: plyOf(state) },
          }
        : next;
    case 'drawDeclined':
      return next.status === 'playing' ? { ...next, drawOffer: null } : next;
    case 'ended':
      return { ...common(next), status: 'finished', ending: event.ending, changedAtMs: event.atMs };
    default:
      return event satisfies never;
  }
}

function seated(
  state: GameState,
  whiteUsername: string | null,
  blackUsername: string | null,
  atMs: number,
): GameState {
  if (state.status === 'open' && whiteUsername !== null && blackUsername !== null) {
    return {
      ...common(state),
      status: 'playing',
      whiteUsername,
      blackUsername,
      changedAtMs: atMs,
      drawOffer: null,
      offeredAtPly: { white: null, black: null },
    };
  }
  return state.status === 'open' ? { ...state, whiteUsername, blackUsername } : state;
}

const common = (state: GameState): Common => ({
  gameID: state.gameID,
  gameName: state.gameName,
  createdAtMs: state.createdAtMs,
  changedAtMs: state.changedAtMs,
  lastEvent: state.lastEvent,
  record: state.record,
  fen: state.fen,
  whiteUsername: state.whiteUsername,
  blackUsername: state.blackUsername,
});

/** Plies played. */
export const plyOf = (state: GameState): number => state.record.moves.length;

export const turnOf = (state: GameState): Color => state.record.position.turn;

/** The sides that a user plays: none for a spectator, both where one holds both seats (R-JOIN-3). */
export function sidesOf(state: GameState, username: string): Color[] {
  const sides: Color[] = [];
  if (state.whiteUsername === username) sides.push('white');
  if (state.blackUsername === username) sides.push('black');
  return sides;
}

/** A stored event as it was told at the time, and the game after it. */
function replayEvent(state: GameState, stored: StoredEvent): [GameState, GameEvent] {
  const { number, atMs } = stored;
  if (stored.body.type !== 'moved') {
    const event = { ...stored.body, number, atMs };
    return [apply(state, event), event];
  }
  const record = play(state.record, stored.body.uci);
  const body: EventBody = { ...stored.body, color: turnOf(state), fen: fenOf(record) };
  const event = { ...body, number, atMs };
  return [apply(state, event, record), event];
}

/** The game that its stored events make. */
export function replayGame(stored: StoredGame): GameState {
  return stored.events.reduce<GameState>(
    (state, event) => replayEvent(state, event)[0],
    newGame(stored),
  );
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

export function viewOf(state: GameState): GameView {
  return {
    gameID: state.gameID,
    gameName: state.gameName,
    whiteUsername: state.whiteUsername,
    blackUsername: state.blackUsername,
    status: state.status,
    createdAtMs: state.createdAtMs,
    lastEvent: state.lastEvent,
    initialFen: state.record.initialFen,
    fen: state.fen,
    moves: [...state.record.moves],
    drawOffer: state.status === 'playing' ? state.drawOffer : null,
    ending: state.status === 'finished' ? state.ending : null,
  };
}

export function summaryOf(state: GameState): GameSummary {
  return {
    gameID: state.gameID,
    gameName: state.gameName,
    whiteUsername: state.whiteUsername,
    blackUsername: state.blackUsername,
    status: state.status,
    ply: plyOf(state),
    fen: state.fen,
    lastMove: state.record.moves.at(-1)?.uci ?? null,
    ending: state.status === 'finished' ? state.ending : null,
    changedAtMs: state.changedAtMs,
  };
}
