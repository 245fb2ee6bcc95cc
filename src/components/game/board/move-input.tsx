'use client';

import { CornerDownLeft } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { gameText } from '../../../generated/texts/game.ts';
import { useHydrated } from '../../hooks/use-hydrated.ts';
import { inputClass } from '../../ui/field.tsx';

export interface MoveInputProps {
  /** Plays the typed move; returns its error, or null if it was accepted. */
  readonly onMove: (typed: string) => string | null;
}

/**
 * The input for typed moves, for keyboards and screen readers. Never disabled, not even out of turn: it would lose the
 * focus.
 */
export function MoveInput({ onMove }: MoveInputProps) {
  const id = useId();
  const hydrated = useHydrated();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (text.trim() === '') return;
    const wrong = onMove(text);
    setFault(wrong);
    if (wrong === null) setText('');
  }

  return (
    <form onSubmit={submit} className="px-3 pt-2.5">
      <div className="flex items-center gap-2.5">
        <label htmlFor={id} className="shrink-0 font-[560] text-sm">
          {gameText('moveInput.label')}
        </label>
        <span className="relative flex-1">
          <input
            id={id}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setFault(null);
            }}
            type="text"
            placeholder={gameText('moveInput.placeholder')}
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            aria-invalid={fault !== null}
            aria-describedby={`${id}-note`}
            readOnly={!hydrated}
            className={`${inputClass} pr-11`}
          />
          <button
            type="submit"
            aria-label={gameText('moveInput.submit')}
            className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-r-lg text-muted hover:text-ink"
          >
            <CornerDownLeft className="size-4.5" aria-hidden="true" />
          </button>
        </span>
      </div>
      <p id={`${id}-note`} aria-live="polite" className="min-h-5 pt-1 text-bad text-xs leading-4">
        {fault}
      </p>
    </form>
  );
}
