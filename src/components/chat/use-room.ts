'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import type { ChatMessage, ChatRoom } from '../../contract/chat/index.ts';
import { useTRPC } from '../api/queries.tsx';

export interface Room {
  readonly room: ChatRoom;
  /** What was said, in order. */
  readonly messages: readonly ChatMessage[];
  /** Loads all messages again, as when an author is unmuted. */
  readonly reload: () => void;
}

/** How many messages a page keeps of a room. */
const MOST = 500;

/**
 * The messages of a room, live; after a lost connection they continue where they stopped (G-5).
 * @param open whether the reader may be in it
 * @param onMessage called once for each message
 */
export function useRoom(
  gameID: number,
  room: ChatRoom,
  open: boolean,
  onMessage: (message: ChatMessage) => void,
): Room {
  const trpc = useTRPC();
  const [messages, setMessages] = useState<readonly ChatMessage[]>([]);
  const subscription = useSubscription(
    trpc.chat.messages.subscriptionOptions(
      { gameID, room },
      {
        enabled: open,
        onData({ data: message }) {
          setMessages((known) =>
            message.number > (known.at(-1)?.number ?? 0)
              ? [...known.slice(-MOST + 1), message]
              : known,
          );
          onMessage(message);
        },
      },
    ),
  );
  return {
    room,
    messages: open ? messages : [],
    reload() {
      setMessages([]);
      subscription.reset();
    },
  };
}
