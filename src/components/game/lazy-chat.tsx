'use client';

import { MessageSquare } from 'lucide-react';
import { roomsFor } from '../../contract/chat/chat-rooms.ts';
import { gameText } from '../../generated/texts/game.ts';
import { pageConnection } from '../api/connection.ts';
import type { ChatModel } from '../chat/use-chat.ts';
import '../chat/chat.css';
import { useLoaded } from '../hooks/use-loaded.ts';

const load = async () => {
  const [{ GameChat }] = await Promise.all([
    import('../chat/game-chat.tsx'),
    pageConnection().load(),
  ]);
  return GameChat;
};

/** The chat, loaded after the page's first paint; until then an empty panel keeps its place. */
export function LazyChat(model: ChatModel) {
  const Chat = useLoaded(load);
  if (Chat) return <Chat {...model} />;
  if (roomsFor(model.game, model.username).length === 0) return null;
  return (
    <section className="game-chat" aria-label={gameText('chat')} aria-busy="true" data-open="auto">
      <div className="chat-head">
        <span className="chat-toggle">
          <MessageSquare className="size-4 text-muted" aria-hidden="true" />
          {gameText('chat')}
        </span>
      </div>
    </section>
  );
}
