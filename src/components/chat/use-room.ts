'use client';

import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import type { ChatMessage, ChatRoom } from '../../contract/chat/index.ts';
import { useTRPC } from '../api/queries.tsx';

export interface Room {
  readonly room: ChatRoom;
  /** What was said, in order. */
  readonly messages: readonly ChatMessage[];
  /** Asks for everything again: somebody is heard again who wasn't. */
  readonly reload: () => void;
}

/** How many messages a page keeps of a room. */
const MOST = 500;

/**
 * What is said in a room, kept live; after a lost connection it goes on where it was (G-5).
 * @param open whether the reader may be in it
 * @param onMessage hears of each message once
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
