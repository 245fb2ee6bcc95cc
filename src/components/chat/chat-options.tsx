'use client';

import { Check, Settings2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { chatText } from '../../generated/texts/chat.ts';
import { useHydrated } from '../hooks/use-hydrated.ts';
import type { RelationsState } from './use-relations.ts';

export interface ChatOptionsProps {
  /** Whether new messages are read aloud by screen readers. */
  readonly aloud: boolean;
  readonly onAloud: (aloud: boolean) => void;
  readonly relations: RelationsState;
}

const itemClass = 'chat-item data-highlighted:bg-sunken';

/** How the chat behaves, and whom the reader doesn't hear. */
export function ChatOptions({ aloud, onAloud, relations }: ChatOptionsProps) {
  const hydrated = useHydrated();
  const people = [
    ...relations.muted.map(
      (username) => [username, chatText('options.unmute', { username })] as const,
    ),
    ...relations.blocked.map(
      (username) => [username, chatText('options.unblock', { username })] as const,
    ),
  ];
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        disabled={!hydrated}
        aria-label={chatText('options.label')}
        className="chat-options"
      >
        <Settings2 className="size-4" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end" sideOffset={4} className="chat-menu">
        <DropdownMenu.CheckboxItem
          checked={aloud}
          onCheckedChange={onAloud}
          className={`${itemClass} justify-between`}
        >
          {chatText('options.announce')}
          <span className="grid size-4 place-items-center">
            <DropdownMenu.ItemIndicator>
              <Check className="size-4 text-feather" aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
        </DropdownMenu.CheckboxItem>
        {people.length > 0 && <DropdownMenu.Separator className="mx-2 my-1.5 h-px bg-line" />}
        {people.map(([username, label]) => (
          <DropdownMenu.Item
            key={username}
            className={itemClass}
            onSelect={() => relations.removeRelation(username)}
          >
            {label}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
