import type { Color, GameEvent, GameView } from './index.ts';

/**
 * The view of a game after one more event. An event that the view contains already changes nothing, so replays are harmless.
 * @throws Error when an event between is missing: the caller must fetch the game again
 */
export function foldEvent(view: GameView, event: GameEvent): GameView {
  if (event.number <= view.lastEvent) return view;
  if (event.number !== view.lastEvent + 1) {
    throw new Error(`Event ${event.number} of game ${view.gameID} came after ${view.lastEvent}.`);
  }
  const next = { ...view, lastEvent: event.number };
  const clocks = ('clocks' in event && event.clocks) || view.clocks;
  switch (event.type) {
    case 'seatTaken':
      return begun({ ...seated(next, event.color, event.username, event.rating) }, event.atMs);
    case 'seatLeft':
      return {
        ...seated(next, event.color, null),
        status: 'open',
        turnBeganAtMs: null,
        drawOffer: null,
        takebackOffer: null,
      };
    case 'renamed':
      return event.color === 'white'
        ? { ...next, whiteUsername: event.username }
        : { ...next, blackUsername: event.username };
    case 'moved':
      return {
        ...next,
        fen: event.fen,
        moves: [...view.moves, { uci: event.uci, san: event.san }],
        clocks,
        turnBeganAtMs: view.status === 'playing' ? event.atMs : null,
        drawOffer: view.drawOffer === event.color ? view.drawOffer : null,
        takebackOffer: null,
      };
    case 'drawOffered':
      return { ...next, drawOffer: event.color };
    case 'drawDeclined':
      return { ...next, drawOffer: null };
    case 'takebackOffered':
      return { ...next, takebackOffer: event.color };
    case 'takebackDeclined':
    case 'takebackCancelled':
      return { ...next, takebackOffer: null };
    case 'takenBack':
      return {
        ...next,
        fen: event.fen,
        moves: view.moves.slice(0, -event.plies),
        clocks,
        turnBeganAtMs: event.atMs,
        drawOffer: null,
        takebackOffer: null,
      };
    case 'timeGiven':
      return { ...next, clocks };
    case 'ended':
      return {
        ...next,
        status: 'finished',
        ending: event.ending,
        ratings: event.ratings ?? null,
        clocks,
        turnBeganAtMs: null,
        drawOffer: null,
        takebackOffer: null,
      };
    case 'rematchOffered':
      return { ...next, rematchOffer: event.color };
    case 'rematchDeclined':
    case 'rematchCancelled':
      return { ...next, rematchOffer: null };
    case 'rematched':
      return { ...next, rematchOffer: null, rematchID: event.gameID };
    default:
      return event satisfies never;
  }
}

function seated(
  view: GameView,
  color: Color,
  username: string | null,
  rating: GameView['whiteRating'] = null,
): GameView {
  return color === 'white'
    ? { ...view, whiteUsername: username, whiteRating: rating }
    : { ...view, blackUsername: username, blackRating: rating };
}

/** Play begins once both seats are taken. */
function begun(view: GameView, atMs: number): GameView {
  const full = view.whiteUsername !== null && view.blackUsername !== null;
  return full && view.status === 'open'
    ? { ...view, status: 'playing', turnBeganAtMs: atMs }
    : view;
}
