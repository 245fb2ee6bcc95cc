import type { Lobby } from '../../contract/game/index.ts';
import { seatsOf } from '../game-list/seats.ts';

/** The first games of the lobby's lists, which the server renders; the rest comes with the live lobby. */
export interface LobbyTop {
  readonly lobby: Lobby;
  /** The length of each whole list. */
  readonly counts: Readonly<Record<ListName, number>>;
}

type ListName = 'open' | 'playing' | 'finished';

/** The number of open games that the largest screens show without scrolling. */
const SCREENFUL = 15;

/** At least this many games of the lists below are rendered, for readers without JavaScript. */
const BELOW = 3;

/** How many games of each list the server renders: those visible when the page opens. */
export function seenFirst({ open, playing }: Lobby): Readonly<Record<ListName, number>> {
  const left = Math.max(BELOW, SCREENFUL - open.length);
  const boards = Math.min(left, 2 * BELOW, playing.length);
  return { open: SCREENFUL, playing: boards, finished: Math.max(BELOW, left - boards) };
}

/** Cuts each list of a lobby to `most` games. */
export function topOf(lobby: Lobby, most: Readonly<Record<ListName, number>>): LobbyTop {
  const { open, playing, finished } = lobby;
  return {
    lobby: {
      ...lobby,
      open: open.slice(0, most.open),
      playing: playing.slice(0, most.playing),
      finished: finished.slice(0, most.finished),
    },
    counts: { open: open.length, playing: playing.length, finished: finished.length },
  };
}

/** The games of each list on the home page. */
export const HOME_SHOWN = 6;

/** The lobby for the home page, without the reader's own games, which have a list of their own there. */
export function homeTopOf(lobby: Lobby, username: string | null): Lobby {
  const playing = lobby.playing.filter((game) => seatsOf(game, username).length === 0);
  const most = { open: HOME_SHOWN, playing: HOME_SHOWN, finished: 0 };
  return topOf({ ...lobby, playing }, most).lobby;
}
