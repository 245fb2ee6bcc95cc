'use client';

import { useMutation } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { LONGEST_MESSAGE } from '../../contract/chat/chat-presets.ts';
import type { ChatRoom } from '../../contract/chat/index.ts';
import { chatText } from '../../generated/texts/chat.ts';
import { errorOf } from '../api/connection.ts';
import { useTRPC } from '../api/queries.tsx';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { inputClass } from '../ui/field.tsx';

export interface ChatFormProps {
  readonly gameID: number;
  readonly room: ChatRoom;
  /** What can be said by one press. */
  readonly presets: readonly string[];
  /** Those that the reader has said already. */
  readonly used: ReadonlySet<string>;
  /** The outcome of the last action besides writing. */
  readonly note: string;
  readonly onWrite: () => void;
}

/** The input for messages. A message that failed stays in it, with the error below. */
export function ChatForm({ gameID, room, presets, used, note, onWrite }: ChatFormProps) {
  const id = useId();
  const hydrated = useHydrated();
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const say = useMutation(trpc.chat.say.mutationOptions());

  async function send(said: string): Promise<boolean> {
    if (say.isPending) return false;
    setFault(null);
    onWrite();
    try {
      await say.mutateAsync({ gameID, room, text: said });
      return true;
    } catch (error) {
      setFault(faultOf(error));
      return false;
    }
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const said = text.trim();
    if (said === '') return;
    if (await send(said)) setText((now) => (now.trim() === said ? '' : now));
  }

  return (
    <div className="chat-foot">
      {presets.length > 0 && (
        <fieldset className="chat-presets" aria-label={chatText('form.quickMessages')}>
          {presets.map((preset) => (
            <button
              key={preset}
              type="button"
              disabled={!hydrated}
              // Not disabled: the button that was just pressed would lose the focus.
              aria-disabled={used.has(preset) || undefined}
              className="chat-preset"
              onClick={() => {
                if (!used.has(preset)) void send(preset);
              }}
            >
              {preset}
            </button>
          ))}
        </fieldset>
      )}
      <form onSubmit={(event) => void submit(event)} className="relative px-3">
        <input
          id={id}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
          type="text"
          aria-label={chatText('form.message')}
          placeholder={chatText(`form.placeholder.${room}`)}
          maxLength={LONGEST_MESSAGE}
          autoComplete="off"
          enterKeyHint="send"
          aria-invalid={fault !== null}
          aria-describedby={`${id}-note`}
          readOnly={!hydrated}
          className={`${inputClass} pr-11 pointer-fine:text-sm!`}
        />
        <button
          type="submit"
          aria-label={chatText('form.send')}
          className="absolute inset-y-0 right-3 grid w-10 place-items-center rounded-r-lg text-muted hover:text-ink"
        >
          <SendHorizontal className="size-4.5" aria-hidden="true" />
        </button>
      </form>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={`chat-note ${fault === null ? 'text-muted' : 'text-bad'}`}
      >
        {fault ?? note}
      </p>
    </div>
  );
}

function faultOf(error: unknown): string {
  const { message, retryAfterSeconds } = errorOf(error);
  return retryAfterSeconds === undefined
    ? message
    : chatText('form.retryAfter', { message, seconds: retryAfterSeconds });
}
