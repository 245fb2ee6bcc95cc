'use client';

import { ChevronDown, MessageSquare } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState, useSyncExternalStore } from 'react';
import type { ChatRoom } from '../../contract/chat/index.ts';
import { chatText } from '../../generated/texts/chat.ts';
import { Queries } from '../api/queries.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { useRemembered } from '../hooks/use-remembered.ts';
import { hidden } from '../text/hidden.tsx';
import { richText } from '../text/rich-text.ts';
import './chat.css';
import { ChatOptions } from './chat-options.tsx';
import { ChatRoomPanel } from './chat-room-panel.tsx';
import { type ChatModel, useChat } from './use-chat.ts';

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** What is said beside a game: the rooms that the reader may be in (G-4). Nothing in games against the computer. */
export function GameChat(model: ChatModel) {
  return (
    <Queries>
      <Rooms {...model} />
    </Queries>
  );
}

function Rooms({ game, username }: ChatModel) {
  const hydrated = useHydrated();
  const wide = useWide();
  /** Null until the reader has decided: then it is open where there is room for it. */
  const [choice, setChoice] = useState<boolean | null>(null);
  const open = choice ?? wide;
  const [aloud, setAloud] = useRemembered('rookery.chat.aloud', true, isBoolean);
  const chat = useChat({ game, username }, open);
  const { rooms, current } = chat;
  if (!current) return null;
  const unread = rooms.reduce((sum, room) => sum + room.unread, 0);

  return (
    <section className="game-chat" aria-label={chatText('title')} data-open={choice ?? 'auto'}>
      <Tabs.Root
        value={current.room}
        onValueChange={(room) => chat.choose(room as ChatRoom)}
        className="contents"
      >
        <div className="chat-head">
          <button
            type="button"
            disabled={!hydrated}
            aria-expanded={open}
            onClick={() => setChoice(!open)}
            className="chat-toggle"
          >
            <MessageSquare className="size-4 text-muted" aria-hidden="true" />
            {chatText('title')}
            <Unread count={open ? 0 : unread} />
            <ChevronDown className="chat-chevron size-4 text-muted" aria-hidden="true" />
          </button>
          <Tabs.List aria-label={chatText('rooms.label')} className="chat-tabs">
            {rooms.map((room) => (
              <Tabs.Trigger
                key={room.room}
                value={room.room}
                disabled={!hydrated}
                className="chat-tab"
              >
                {chatText(`rooms.${rooms.length === 1 ? 'only' : 'name'}.${room.room}`)}
                <Unread count={room.unread} />
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <ChatOptions aloud={aloud} onAloud={setAloud} relations={chat.relations} />
        </div>
        {rooms.map((room) => (
          <Tabs.Content key={room.room} value={room.room} tabIndex={-1} className="chat-body">
            <ChatRoomPanel chat={chat} room={room} game={game} username={username} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <p aria-live="polite" className="sr-only">
        {aloud ? chat.announcement : ''}
      </p>
    </section>
  );
}

function Unread({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className="chat-unread figures">
      {richText(
        chatText.rich('rooms.unread', {
          count: count > 99 ? '99+' : String(count),
          hidden,
        }),
      )}
    </span>
  );
}

/** Where the chat has a place of its own, as chat.css says. */
const WIDE = '(min-width: 52rem)';

function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}
