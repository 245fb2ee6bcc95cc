import type { GameSummary } from '../game/index.ts';
import type { MyGamesUpdate } from './my-games.ts';

/** Whether a user plays, has offered, or is challenged to a game. */
export const concerns = (game: GameSummary, username: string): boolean =>
  [
    game.whiteUsername,
    game.blackUsername,
    game.setup.host?.username ?? null,
    game.setup.invited,
  ].includes(username);

/** A user's unfinished games after one of them changed. */
export function foldMyGames(
  games: readonly GameSummary[],
  update: MyGamesUpdate,
  username: string,
) {
  if (update.type === 'snapshot') return update.games;
  const { game } = update;
  const others = games.filter(({ gameID }) => gameID !== game.gameID);
  return game.status !== 'finished' && concerns(game, username) ? [game, ...others] : others;
}
