import type { Color, GameEvent } from '../../contract/game/index.ts';
import { type GameRecord, play, takeBack } from '../../rules/index.ts';
import type { LagQuotas } from './lag.ts';
import { begin, common, type GameState, plyOf, type Seat } from './state.ts';

/** What the caller has computed already, besides the event. */
export interface Known {
  /** The position after a move or a takeback. */
  readonly record?: GameRecord | undefined;
  readonly quotas?: LagQuotas | undefined;
}

/** The game after one more event. */
export function apply(state: GameState, event: GameEvent, known: Known = {}): GameState {
  if (event.type === 'moved') return moved(state, event, known);
  const clocks = ('clocks' in event && event.clocks) || state.clocks;
  const next = { ...state, lastEvent: event.number, clocks };
  switch (event.type) {
    case 'seatTaken':
      return seatTaken(next, event);
    case 'seatLeft':
      return {
        ...common(next),
        status: 'open',
        seats: { ...state.seats, [event.color]: null },
        changedAtMs: event.atMs,
      };
    case 'renamed':
      return renamed(next, event.color, event.username);
    case 'takenBack': {
      const record = known.record ?? takeBack(state.record, event.plies);
      const gone = state.record.moves.slice(record.moves.length).map((move, index) => {
        return { number: event.number, ply: record.moves.length + index, move };
      });
      const takenBack = [...state.takenBack, ...gone];
      const back = { ...next, record, takenBack, fen: event.fen };
      return back.status === 'playing'
        ? { ...back, turnBeganAtMs: event.atMs, drawOffer: null, takebackOffer: null }
        : back;
    }
    case 'timeGiven':
      return next;
    case 'ended':
      return {
        ...common(next),
        status: 'finished',
        ending: event.ending,
        ratings: event.ratings ?? null,
        rematchOffer: null,
        rematchID: null,
        changedAtMs: event.atMs,
      };
    default:
      return offered(next, event);
  }
}

/** Copies the state once: this is the event of every move. */
function moved(
  state: GameState,
  event: Extract<GameEvent, { type: 'moved' }>,
  known: Known,
): GameState {
  const { number: lastEvent, fen, clocks = state.clocks } = event;
  const record = known.record ?? play(state.record, event.uci);
  if (state.status !== 'playing') return { ...state, lastEvent, clocks, record, fen };
  return {
    ...state,
    lastEvent,
    clocks,
    record,
    fen,
    turnBeganAtMs: event.atMs,
    quotas: known.quotas ?? state.quotas,
    drawOffer: state.drawOffer === event.color ? state.drawOffer : null,
    takebackOffer: null,
  };
}

type Offer = Exclude<
  GameEvent['type'],
  'seatTaken' | 'seatLeft' | 'renamed' | 'moved' | 'takenBack' | 'timeGiven' | 'ended'
>;

/** Offers and their answers; one that is meaningless in the current state changes nothing. */
function offered(state: GameState, event: Extract<GameEvent, { type: Offer }>): GameState {
  switch (event.type) {
    case 'drawOffered':
      if (state.status !== 'playing') return state;
      return {
        ...state,
        drawOffer: event.color,
        drawOfferedAtPly: { ...state.drawOfferedAtPly, [event.color]: plyOf(state) },
      };
    case 'drawDeclined':
      return state.status === 'playing' ? { ...state, drawOffer: null } : state;
    case 'takebackOffered':
      return state.status === 'playing' ? { ...state, takebackOffer: event.color } : state;
    case 'takebackDeclined':
    case 'takebackCancelled':
      return state.status === 'playing' ? { ...state, takebackOffer: null } : state;
    case 'rematchOffered':
      return state.status === 'finished' ? { ...state, rematchOffer: event.color } : state;
    case 'rematchDeclined':
    case 'rematchCancelled':
      return state.status === 'finished' ? { ...state, rematchOffer: null } : state;
    case 'rematched':
      return state.status === 'finished'
        ? { ...state, rematchOffer: null, rematchID: event.gameID }
        : state;
    default:
      return event satisfies never;
  }
}

function seatTaken(
  state: GameState,
  { color, username, rating, atMs }: Extract<GameEvent, { type: 'seatTaken' }>,
): GameState {
  if (state.status !== 'open') return state;
  const seat: Seat = { username, rating: rating ?? null };
  const white = color === 'white' ? seat : state.seats.white;
  const black = color === 'black' ? seat : state.seats.black;
  return white && black
    ? begin(state, { white, black }, atMs)
    : { ...state, seats: { white, black } };
}

function renamed(state: GameState, color: Color, username: string): GameState {
  const seat = state.seats[color];
  const rename = <S extends GameState>(game: S): S =>
    seat ? { ...game, seats: { ...game.seats, [color]: { ...seat, username } } } : game;
  return rename(state);
}
