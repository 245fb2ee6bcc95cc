'use client';

import { useRef, useSyncExternalStore } from 'react';
import { inputClass } from '../../ui/field.tsx';
import { CopyButton } from '../share/copy-button.tsx';

const never = () => () => {};

/** The game's address, to be sent to somebody. */
export default function Invite({ gameID }: { gameID: number }) {
  const path = `/game/${gameID}`;
  const link = useSyncExternalStore(
    never,
    () => `${window.location.origin}${path}`,
    () => path,
  );
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-sm">Whoever has this link can join or watch.</p>
      <div className="flex flex-col gap-2">
        <input
          ref={input}
          readOnly
          value={link}
          aria-label="Link to this game"
          onFocus={(event) => event.currentTarget.select()}
          className={`${inputClass} pointer-fine:text-sm!`}
        />
        <CopyButton words="Copy link" field={input} />
      </div>
    </div>
  );
}
