import type { Lobby } from '../../contract/game/index.ts';
import { seatsOf } from '../game-list/seats.ts';

/** The top of the lobby's lists, which a page is drawn with; the rest comes with the live lobby. */
export interface LobbyTop {
  readonly lobby: Lobby;
  /** How long each list is as a whole. */
  readonly counts: Readonly<Record<ListName, number>>;
}

type ListName = 'open' | 'playing' | 'finished';

/** The largest screens show so many games without scrolling. */
const SCREENFUL = 15;

/** Of what lies below them at least so many are drawn, for who reads without JavaScript. */
const BELOW = 3;

/** How many games of each list are drawn at once: those that can be seen when the page opens. */
export function seenFirst({ open, playing }: Lobby): Readonly<Record<ListName, number>> {
  const left = Math.max(BELOW, SCREENFUL - open.length);
  const boards = Math.min(left, 2 * BELOW, playing.length);
  return { open: SCREENFUL, playing: boards, finished: Math.max(BELOW, left - boards) };
}

/** Cuts each list of a lobby to so many games. */
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

/** How many games of a kind home shows; the lobby has them all. */
export const HOME_SHOWN = 6;

/** What home shows of a lobby to somebody whose own running games stand elsewhere on the page. */
export function homeTopOf(lobby: Lobby, username: string | null): Lobby {
  const playing = lobby.playing.filter((game) => seatsOf(game, username).length === 0);
  const most = { open: HOME_SHOWN, playing: HOME_SHOWN, finished: 0 };
  return topOf({ ...lobby, playing }, most).lobby;
}
