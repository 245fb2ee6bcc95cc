'use client';

import { useMutation } from '@tanstack/react-query';
import { Ban, Flag, UserRound, VolumeX } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ChatMessage, ChatRoom, ReportReason } from '../../contract/chat/index.ts';
import { chatText } from '../../generated/texts/chat.ts';
import { errorOf } from '../api/connection.ts';
import { useTRPC } from '../api/queries.tsx';
import { hidden } from '../text/hidden.tsx';
import { richText } from '../text/rich-text.ts';
import { PageLink } from '../ui/page-link.tsx';
import type { RelationsState } from './use-relations.ts';

export interface AuthorMenuProps {
  readonly gameID: number;
  readonly room: ChatRoom;
  readonly message: ChatMessage;
  /** Whether the reader is signed in: only then there is more to do than to look at the profile. */
  readonly signedIn: boolean;
  readonly relations: RelationsState;
  readonly onDone: (note: string) => void;
}

const itemClass = 'chat-item data-highlighted:bg-sunken';

const reasons = ['abuse', 'spam', 'cheating', 'other'] as const satisfies readonly ReportReason[];

/** A message's author, and what one can do about them. */
export function AuthorMenu(props: AuthorMenuProps) {
  const { gameID, room, message, signedIn, relations, onDone } = props;
  const { username, number } = message;
  const trpc = useTRPC();
  const report = useMutation(
    trpc.chat.report.mutationOptions({
      onSuccess: () => onDone(chatText('report.sent')),
      onError: (error) => onDone(errorOf(error).message),
    }),
  );
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="chat-author">
        {richText(
          chatText.rich('author.label', {
            username,
            hidden,
          }),
        )}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start" sideOffset={4} className="chat-menu">
        <DropdownMenu.Item asChild className={itemClass}>
          <PageLink href={`/user/${username}`}>
            <UserRound className="size-4 text-muted" aria-hidden="true" />
            {chatText('author.profile')}
          </PageLink>
        </DropdownMenu.Item>
        {signedIn && (
          <>
            <DropdownMenu.Item className={itemClass} onSelect={() => relations.mute(username)}>
              <VolumeX className="size-4 text-muted" aria-hidden="true" />
              {chatText('author.mute', { username })}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={itemClass} onSelect={() => relations.block(username)}>
              <Ban className="size-4 text-muted" aria-hidden="true" />
              {chatText('author.block', { username })}
            </DropdownMenu.Item>
            <DropdownMenu.Separator className="mx-2 my-1.5 h-px bg-line" />
            <DropdownMenu.Group>
              <DropdownMenu.Label className="flex items-center gap-3 px-3 py-1 text-muted text-xs">
                <Flag className="size-4" aria-hidden="true" />
                {chatText('report.label')}
              </DropdownMenu.Label>
              {reasons.map((reason) => (
                <DropdownMenu.Item
                  key={reason}
                  className={`${itemClass} pl-10!`}
                  onSelect={() => report.mutate({ gameID, room, number, reason })}
                >
                  {chatText(`report.reason.${reason}`)}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          </>
        )}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
