'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Color } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { cellOf, type Role } from '../../board/placement.ts';
import { letterOf } from './letters.ts';

/** A pawn's move to the last rank, whose new piece is not chosen yet. */
export interface Promotion {
  readonly color: Color;
  readonly from: string;
  readonly to: string;
}

export interface PromotionDialogProps {
  readonly promotion: Promotion;
  /** What the pawn may become, the most usual first. */
  readonly roles: readonly Role[];
  readonly orientation: Color;
  /** @param letter as in UCI; null: the pawn stays where it was */
  readonly onChoose: (letter: string | null) => void;
}

/** The choice of the new piece, from the promotion square towards the middle. Arrow keys, Enter and Escape work. */
export function PromotionDialog(props: PromotionDialogProps) {
  const { promotion, roles, orientation, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  const { x, y } = cellOf(promotion.to, orientation);
  const atTop = y === 0;

  useEffect(() => {
    const before = document.activeElement;
    list.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Tab: 1 }[event.key];
    if (event.key === 'Escape') onChoose(null);
    else if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const along = atTop || event.key === 'Tab' ? step : -step;
    const by = event.key === 'Tab' && event.shiftKey ? -along : along;
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };

  return (
    <>
      {/* A press beside the choice cancels, like Escape. */}
      <div
        aria-hidden="true"
        onPointerDown={() => onChoose(null)}
        className="absolute inset-0 z-20 animate-[appear_100ms_ease-out] bg-[oklch(0.2_0.02_240/0.55)]"
      />
      <div
        role="dialog"
        aria-modal="true"
        aria-label={gameText('board.promotion')}
        onKeyDown={onKeyDown}
        className="absolute z-20 w-1/8 outline-none"
        style={{ left: `${x * 12.5}%`, [atTop ? 'top' : 'bottom']: 0 }}
      >
        <div
          ref={list}
          className={`flex animate-[appear_100ms_ease-out] overflow-hidden bg-[#f4f0e7] shadow-float ${atTop ? 'flex-col' : 'flex-col-reverse'}`}
        >
          {roles.map((role) => (
            <button
              key={role}
              type="button"
              aria-label={chessText(`piece.${role}`)}
              title={chessText(`piece.${role}`)}
              onClick={() => onChoose(letterOf(role))}
              className="aspect-square w-full p-[4%] capitalize hover:bg-lamp focus-visible:bg-lamp focus-visible:outline-[#15333c] focus-visible:-outline-offset-2"
            >
              <i className={`piece ${promotion.color} ${role} block size-full`} />
            </button>
          ))}
        </div>
      </div>
    </>
  );
}
