'use client';

import { chatPresets } from '../../contract/chat/chat-presets.ts';
import type { GameView } from '../../contract/game/index.ts';
import { chatText } from '../../generated/texts/chat.ts';
import { richText } from '../text/rich-text.ts';
import { PageLink } from '../ui/page-link.tsx';
import { AuthorMenu } from './author-menu.tsx';
import { ChatForm } from './chat-form.tsx';
import { ChatLog } from './chat-log.tsx';
import type { Chat, ShownRoom } from './use-chat.ts';

export interface ChatRoomPanelProps {
  readonly chat: Chat;
  readonly room: ShownRoom;
  readonly game: GameView;
  readonly username: string | null;
}

/** Greetings are for the beginning: later they would only take the room away from what is said. */
const START_PLIES = 12;

/** A room: what was said, and where one writes. */
export function ChatRoomPanel({ chat, room, game, username }: ChatRoomPanelProps) {
  const { gameID } = game;
  const own = room.messages.filter((message) => message.username === username);
  return (
    <>
      <ChatLog
        label={chatText(`log.label.${room.room}`)}
        messages={room.messages}
        username={username}
        empty={chatText(`log.empty.${room.room}`)}
        author={(message) => (
          <AuthorMenu
            gameID={gameID}
            room={room.room}
            message={message}
            signedIn={username !== null}
            relations={chat.relations}
            onDone={chat.setNote}
          />
        )}
      />
      {username === null ? (
        <p className="chat-foot px-4 pb-3 text-center text-muted text-sm">
          {richText(
            chatText.rich('form.signIn', {
              link: (content) => (
                <PageLink
                  href={`/login?next=/game/${gameID}`}
                  className="font-[560] text-feather underline underline-offset-2"
                >
                  {richText(content)}
                </PageLink>
              ),
            }),
          )}
        </p>
      ) : (
        <ChatForm
          gameID={gameID}
          room={room.room}
          presets={room.room === 'players' ? presetsFor(game) : []}
          used={new Set(own.map(({ text }) => text))}
          note={chat.note}
          onWrite={() => chat.setNote('')}
        />
      )}
    </>
  );
}

function presetsFor({ status, moves }: GameView): readonly string[] {
  if (status === 'finished') return chatPresets.end;
  return moves.length < START_PLIES ? chatPresets.start : [];
}
