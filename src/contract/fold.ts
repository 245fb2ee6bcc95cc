import type {
  Color,
  GameEvent,
  GameStatus,
  GameSummary,
  GameView,
  Lobby,
  LobbyUpdate,
} from './game.ts';

/** Whose turn a FEN says it is. */
export function turnOf(fen: string): Color {
  return fen.split(' ')[1] === 'b' ? 'black' : 'white';
}

/**
 * The view of a game after one more event. An event already folded in changes nothing, so a replayed one is harmless.
 * @throws Error when an event between is missing: the caller must fetch the game again.
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

/** How many games of each kind the lobby shows at a time. */
export const LOBBY_LENGTH = 50;

type LobbyChange = Omit<Extract<LobbyUpdate, { type: 'changed' }>, 'type'>;

/** The lobby after a change: each game in the list of its status, newest first. */
export function foldLobby(lobby: Lobby, { games, gone, moreOpen }: LobbyChange): Lobby {
  const moved = new Set([...games.map((game) => game.gameID), ...gone]);
  const list = (status: GameStatus) =>
    [
      ...games.filter((game) => game.status === status),
      ...lobby[status].filter((game) => !moved.has(game.gameID)),
    ]
      .sort(byNewest)
      .slice(0, LOBBY_LENGTH);
  return { open: list('open'), moreOpen, playing: list('playing'), finished: list('finished') };
}

type Placed = Pick<GameSummary, 'changedAtMs' | 'gameID'>;

/** The order of the lobby's lists. */
export const byNewest = (a: Placed, b: Placed): number =>
  b.changedAtMs - a.changedAtMs || b.gameID - a.gameID;
