'use client';

import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useRef } from 'react';
import type { Color } from '../../contract/game.ts';
import { cellOf } from '../board/placement.ts';

/** A pawn on its way to the last rank, waiting for its new piece. */
export interface Promotion {
  readonly color: Color;
  readonly from: string;
  readonly to: string;
}

export interface PromotionDialogProps {
  readonly promotion: Promotion | null;
  readonly orientation: Color;
  /** The board, inside which the choice is laid over the pawn's file. */
  readonly board: HTMLElement | null;
  readonly onChoose: (letter: 'q' | 'r' | 'b' | 'n') => void;
  readonly onCancel: () => void;
}

const choices = [
  { letter: 'q', role: 'queen', words: 'Queen' },
  { letter: 'n', role: 'knight', words: 'Knight' },
  { letter: 'r', role: 'rook', words: 'Rook' },
  { letter: 'b', role: 'bishop', words: 'Bishop' },
] as const;

/** The choice of the new piece, from the promotion square towards the middle. Arrow keys, Enter and Escape work. */
export function PromotionDialog(props: PromotionDialogProps) {
  const { promotion, orientation, board, onChoose, onCancel } = props;
  const list = useRef<HTMLDivElement>(null);
  if (!promotion || !board) return null;
  const { x, y } = cellOf(promotion.to, orientation);
  const atTop = y === 0;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const down = atTop ? step : -step;
    buttons[(at + down + buttons.length) % buttons.length]?.focus();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onCancel()}>
      <Dialog.Portal container={board}>
        <Dialog.Overlay className="absolute inset-0 z-20 animate-[appear_100ms_ease-out] bg-[oklch(0.2_0.02_240/0.55)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          className="absolute z-20 w-1/8 outline-none"
          style={{ left: `${x * 12.5}%`, [atTop ? 'top' : 'bottom']: 0 }}
        >
          <Dialog.Title className="sr-only">Promote the pawn to</Dialog.Title>
          <div
            ref={list}
            className={`flex animate-[appear_100ms_ease-out] overflow-hidden bg-[#f4f0e7] shadow-float ${atTop ? 'flex-col' : 'flex-col-reverse'}`}
          >
            {choices.map(({ letter, role, words }) => (
              <button
                key={letter}
                type="button"
                aria-label={words}
                title={words}
                onClick={() => onChoose(letter)}
                className="aspect-square w-full p-[4%] hover:bg-lamp focus-visible:bg-lamp focus-visible:outline-[#15333c] focus-visible:-outline-offset-2"
              >
                <i className={`piece ${promotion.color} ${role} block size-full`} />
              </button>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
