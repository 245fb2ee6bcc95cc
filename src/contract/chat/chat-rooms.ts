import type { GameSummary } from '../game/index.ts';
import { policyOf } from '../game/policy.ts';
import type { ChatRoom } from './index.ts';

/** What of a game decides who may be in its rooms. */
export type ChatGame = Pick<GameSummary, 'status' | 'setup' | 'whiteUsername' | 'blackUsername'>;

/**
 * The rooms in which somebody may read, and write if signed in (G-4): the players' room is theirs alone, also afterwards;
 * the spectators' is open to everybody but the players until the game is over, so that nobody is given advice. There is
 * no chat with the computer.
 * @param username null for somebody not signed in
 */
export function roomsFor(game: ChatGame, username: string | null): readonly ChatRoom[] {
  if (!policyOf(game.setup).chat) return [];
  if (username === null || !plays(game, username)) return ['spectators'];
  return game.status === 'finished' ? ['players', 'spectators'] : ['players'];
}

/** Whether a user plays, or will as soon as somebody accepts. */
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
