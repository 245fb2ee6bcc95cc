import type { Color, GameEvent, GameSummary, GameView, Lobby } from './game.ts';

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
  switch (event.type) {
    case 'seatTaken': {
      const seated =
        event.color === 'white'
          ? { ...next, whiteUsername: event.username }
          : { ...next, blackUsername: event.username };
      const full = seated.whiteUsername !== null && seated.blackUsername !== null;
      return { ...seated, status: full && seated.status === 'open' ? 'playing' : seated.status };
    }
    case 'moved':
      return {
        ...next,
        fen: event.fen,
        moves: [...view.moves, { uci: event.uci, san: event.san }],
        drawOffer: view.drawOffer === event.color ? view.drawOffer : null,
      };
    case 'drawOffered':
      return { ...next, drawOffer: event.color };
    case 'drawDeclined':
      return { ...next, drawOffer: null };
    case 'ended':
      return { ...next, status: 'finished', ending: event.ending, drawOffer: null };
    default:
      return event satisfies never;
  }
}

/** How many games of each kind the lobby shows. */
export const LOBBY_LENGTH = 50;

/** The lobby after some games changed: each in the list of its status, newest first. */
export function foldLobby(lobby: Lobby, changed: readonly GameSummary[]): Lobby {
  const moved = new Set(changed.map((game) => game.gameID));
  const list = (status: keyof Lobby) =>
    [
      ...changed.filter((game) => game.status === status),
      ...lobby[status].filter((game) => !moved.has(game.gameID)),
    ]
      .sort((a, b) => b.changedAtMs - a.changedAtMs || b.gameID - a.gameID)
      .slice(0, LOBBY_LENGTH);
  return { open: list('open'), playing: list('playing'), finished: list('finished') };
}
