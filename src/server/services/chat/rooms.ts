import type { ChatRoom } from '../../../contract/chat.ts';
import { RookeryError } from '../../../contract/errors.ts';
import type { GameSummary } from '../../../contract/game.ts';

/** What of a game decides who may be in its rooms. */
type ChatGame = Pick<GameSummary, 'status' | 'setup' | 'whiteUsername' | 'blackUsername'>;

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

/**
 * Lets into a room whoever may read it (G-4): the players' room is theirs alone, also afterwards; the spectators' is open
 * to everybody but the players until the game is over, so that nobody is given advice.
 * @throws RookeryError `no_chat`, `not_a_player`, `forbidden`
 */
export function requireReader(game: ChatGame, room: ChatRoom, username: string | null): void {
  if (game.setup.source === 'computer') throw new RookeryError('no_chat');
  const playing = username !== null && plays(game, username);
  if (room === 'players' && !playing) {
    const detail = 'The players’ room is for the two players only.';
    throw new RookeryError('not_a_player', { field: 'room', detail });
  }
  if (room === 'spectators' && playing && game.status !== 'finished') {
    const detail = 'The spectators’ room opens for you when the game is over.';
    throw new RookeryError('forbidden', { field: 'room', detail });
  }
}
