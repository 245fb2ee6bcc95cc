'use client';

import { ArrowDown } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { ChatMessage } from '../../contract/chat/index.ts';
import { chatText } from '../../generated/texts/chat.ts';
import { PageLink } from '../ui/page-link.tsx';

export interface ChatLogProps {
  readonly label: string;
  readonly messages: readonly ChatMessage[];
  /** The reader; null for a visitor who is not signed in. */
  readonly username: string | null;
  /** What stands in the place of another's name. */
  readonly author: (message: ChatMessage) => ReactNode;
  /** What stands there while nothing was said. */
  readonly empty: string;
}

/** Near enough to the end to be kept there, in px. */
const NEAR = 24;

/** What was said, the last in sight unless the reader has scrolled up. */
export function ChatLog({ label, messages, username, author, empty }: ChatLogProps) {
  const log = useRef<HTMLElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const last = messages.at(-1)?.number;
  const toEnd = () => log.current?.scrollTo({ top: log.current.scrollHeight });

  useLayoutEffect(() => {
    if (last !== undefined && atEnd) log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [last, atEnd]);

  return (
    <div className="chat-log">
      <section
        ref={log}
        aria-label={label}
        className="chat-messages"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          setAtEnd(scrollHeight - scrollTop - clientHeight < NEAR)
        }
      >
        {messages.length === 0 && <p className="m-auto text-muted text-sm">{empty}</p>}
        <ol>
          {messages.map((message) => (
            <li key={message.number} title={timeOf(message)}>
              {message.username === username ? (
                <PageLink href={`/user/${username}`} className="chat-self">
                  {username}
                </PageLink>
              ) : (
                author(message)
              )}{' '}
              <bdi>{message.text}</bdi>
            </li>
          ))}
        </ol>
      </section>
      {!atEnd && (
        <button type="button" onClick={toEnd} className="chat-down">
          <ArrowDown className="size-3.5" aria-hidden="true" />
          {chatText('log.latest')}
        </button>
      )}
    </div>
  );
}

const timeOf = ({ atMs }: ChatMessage) =>
  new Date(atMs).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
