import { turnOf } from '../../contract/fold.ts';
import type { GameSummary, Lobby } from '../../contract/game.ts';
import { seatsOf } from './seats.ts';

/**
 * A user's unfinished games, those first where it is the user's turn.
 * @param fetched the user's games as they were when the page was made
 * @param lobby what is known since; it wins
 */
export function ownGames(
  fetched: readonly GameSummary[],
  lobby: Lobby,
  username: string,
): GameSummary[] {
  const games = new Map<number, GameSummary>();
  for (const game of [...fetched, ...lobby.open, ...lobby.playing, ...lobby.finished]) {
    if (seatsOf(game, username).length > 0) games.set(game.gameID, game);
  }
  const waits = (game: GameSummary) => (seatsOf(game, username).includes(turnOf(game.fen)) ? 0 : 1);
  return [...games.values()]
    .filter((game) => game.status !== 'finished')
    .sort((a, b) => waits(a) - waits(b) || b.changedAtMs - a.changedAtMs);
}
