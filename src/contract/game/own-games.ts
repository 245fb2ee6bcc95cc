import type { Color } from './basics.ts';
import { turnOf } from './chess-time.ts';
import type { GameSummary } from './index.ts';

/** The user's colour if it is their turn in a game with an opponent; else null. */
export function ownTurn(game: GameSummary, username: string): Color | null {
  if (game.status !== 'playing') return null;
  const turn = turnOf(game.fen);
  const mover = turn === 'white' ? game.whiteUsername : game.blackUsername;
  return mover === username ? turn : null;
}

/** A user's running games: first those where it is their turn, ordered by when the move is due. */
export function turnFirst(games: readonly GameSummary[], username: string): GameSummary[] {
  const dueOf = (game: GameSummary) => game.dueAtMs ?? Number.POSITIVE_INFINITY;
  const rank = (game: GameSummary) => (ownTurn(game, username) === null ? 1 : 0);
  return games
    .filter(({ status }) => status === 'playing')
    .sort((a, b) => {
      const [dueA, dueB] = [dueOf(a), dueOf(b)];
      return rank(a) - rank(b) || (dueA === dueB ? b.changedAtMs - a.changedAtMs : dueA - dueB);
    });
}

/** Challenges that await this user's answer. */
export const challengesTo = (games: readonly GameSummary[], username: string): GameSummary[] =>
  games.filter(({ status, setup }) => status === 'open' && setup.invited === username);
