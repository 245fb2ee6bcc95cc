import type { GameStatus, GameSummary, Lobby, LobbyUpdate } from '../game/index.ts';

/** How many games of each kind the lobby lists. */
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

/** Order of the lobby's lists. */
export const byNewest = (a: Placed, b: Placed): number =>
  b.changedAtMs - a.changedAtMs || b.gameID - a.gameID;
