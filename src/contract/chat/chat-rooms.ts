import type { GameSummary } from '../game/index.ts';
import { policyOf } from '../game/policy.ts';
import type { ChatRoom } from './index.ts';

/** The part of a game that decides who may use its rooms. */
export type ChatGame = Pick<GameSummary, 'status' | 'setup' | 'whiteUsername' | 'blackUsername'>;

/**
 * The rooms that a user may read, and write to if signed in (G-4): the players' room is for the players alone, also after
 * the game; the spectators' room is closed to the players until the game is over, so that nobody gets advice. Games
 * against the computer have no chat.
 * @param username null for a visitor who is not signed in
 */
export function roomsFor(game: ChatGame, username: string | null): readonly ChatRoom[] {
  if (!policyOf(game.setup).chat) return [];
  if (username === null || !plays(game, username)) return ['spectators'];
  return game.status === 'finished' ? ['players', 'spectators'] : ['players'];
}

/** Whether a user plays the game, or will once it is accepted. */
function plays({ status, setup, ...seats }: ChatGame, username: string): boolean {
  if (seats.whiteUsername === username || seats.blackUsername === username) return true;
  return status === 'open' && setup.host?.username === username;
}

/** The other player; null while there is none, or when one user plays both sides. */
export function opponentIn(game: ChatGame, username: string): string | null {
  const { whiteUsername, blackUsername } = game;
  const other = whiteUsername === username ? blackUsername : whiteUsername;
  return other === username ? null : other;
}
