'use client';

import { ChevronDown } from 'lucide-react';
import { isRookeryError } from '../../../contract/errors/index.ts';
import type { Variant } from '../../../contract/game/index.ts';
import { createText } from '../../../generated/texts/create.ts';
import { startRecord } from '../../../rules/index.ts';
import { StillBoard } from '../../board/still-board.tsx';
import { Field } from '../../ui/field.tsx';
import type { DraftPartProps } from './time-choice.tsx';

/** The error of a position; null if it is valid. */
function faultIn(fen: string, variant: Variant): string | null {
  try {
    startRecord(fen, variant);
    return null;
  } catch (error) {
    return isRookeryError(error) ? error.message : createText('fault.position');
  }
}

/** The starting position of a casual game, shown as it is typed. */
export function PositionField({ draft, change, fault }: DraftPartProps) {
  const fen = draft.fen.trim();
  const wrong = fen === '' ? null : faultIn(fen, draft.variant);
  return (
    <details
      className="group rounded-xl border border-line"
      open={fault !== undefined || undefined}
    >
      <summary className="touchable flex items-center justify-between px-3 font-[560] text-sm">
        {createText('position.title')}
        <ChevronDown
          className="size-4 text-muted transition-transform group-open:rotate-180"
          aria-hidden="true"
        />
      </summary>
      <div className="flex flex-col gap-3 px-3 pb-3">
        <Field
          label={createText('position.fen')}
          name="fen"
          value={draft.fen}
          maxLength={200}
          spellCheck={false}
          autoComplete="off"
          className="font-mono pointer-fine:text-sm!"
          hint={createText('position.hint')}
          error={fault ?? wrong ?? undefined}
          onChange={(event) => change({ fen: event.currentTarget.value })}
        />
        {fen !== '' && wrong === null && (
          <StillBoard
            fen={fen}
            label={createText('position.board')}
            orientation={draft.color === 'black' ? 'black' : 'white'}
            className="mx-auto w-56"
          />
        )}
      </div>
    </details>
  );
}
