'use client';

import { Check, Copy } from 'lucide-react';
import { useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '../ui/button.tsx';
import { inputClass } from '../ui/field.tsx';

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
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    input.current?.select();
    // The clipboard is there on HTTPS and localhost only; elsewhere the link is left selected, to be copied by hand.
    if (!window.isSecureContext) return;
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => undefined,
    );
  }

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
          className={`${inputClass} text-sm!`}
        />
        <Button size="small" onClick={() => void copy()} aria-live="polite">
          {copied ? (
            <Check className="size-4" aria-hidden="true" />
          ) : (
            <Copy className="size-4" aria-hidden="true" />
          )}
          {copied ? 'Copied' : 'Copy link'}
        </Button>
      </div>
    </div>
  );
}
