import { type ChatGame, roomsFor } from '../../../contract/chat/chat-rooms.ts';
import type { ChatRoom } from '../../../contract/chat/index.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';

/**
 * Requires that a user may read a room, see {@link roomsFor}.
 * @throws RookeryError `no_chat`, `not_a_player`, `forbidden`
 */
export function requireReader(game: ChatGame, room: ChatRoom, username: string | null): void {
  const rooms = roomsFor(game, username);
  if (rooms.includes(room)) return;
  if (rooms.length === 0) throw new RookeryError('no_chat');
  if (room === 'players') {
    throw new RookeryError('not_a_player', { field: 'room', problem: problem('chat.playersRoom') });
  }
  throw new RookeryError('forbidden', { field: 'room', problem: problem('chat.spectatorsRoom') });
}
