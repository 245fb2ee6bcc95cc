'use client';

import { clsx } from 'clsx';
import { type PointerEvent, useRef } from 'react';
import type { Color } from '../../../contract/game/index.ts';
import { chessText } from '../../../generated/texts/chess.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { type PocketRole, pocketRoles } from '../../../rules/index.ts';

export interface PocketProps {
  readonly color: Color;
  readonly held: Readonly<Record<PocketRole, number>>;
  /** The piece chosen to be dropped by the next tap on the board. */
  readonly chosen: PocketRole | null;
  /** Chooses a piece, or none; null if the reader may not drop any. */
  readonly onChoose: ((role: PocketRole | null) => void) | null;
  /** This event starts to drag a piece out of the pocket. */
  readonly onDrag: (role: PocketRole, event: Event) => void;
}

/** A pointer that moves further than this is no tap, px. */
const TAP_PX = 8;

/** The pieces that a side may drop (Crazyhouse). The reader's own are dragged, or chosen by a tap or a key. */
export function Pocket({ color, held, chosen, onChoose, onDrag }: PocketProps) {
  const pressed = useRef<{ x: number; y: number; role: PocketRole | null } | null>(null);

  const onPointerDown = (role: PocketRole) => (event: PointerEvent) => {
    if (event.button !== 0 || !onChoose) return;
    pressed.current = { x: event.clientX, y: event.clientY, role: chosen === role ? null : role };
    onChoose(null);
    onDrag(role, event.nativeEvent);
  };
  const onPointerUp = (event: PointerEvent) => {
    const from = pressed.current;
    pressed.current = null;
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > TAP_PX) return;
    onChoose?.(from.role);
  };

  return (
    <ul aria-label={gameText('pocket.label', { color })} className="pocket flex h-10 gap-1 px-1">
      {pocketRoles.map((role) => {
        const number = held[role];
        const piece = (
          <i className={clsx('piece size-9', color, role, number === 0 && 'opacity-20')} />
        );
        const text = gameText('pocket.piece', { piece: chessText(`piece.${role}`), number });
        return (
          <li key={role} className="relative">
            {onChoose && number > 0 ? (
              <button
                type="button"
                aria-label={text}
                aria-pressed={chosen === role}
                // Pointers choose on pointerup; this is for keys.
                onClick={({ detail }) => detail === 0 && onChoose(chosen === role ? null : role)}
                onPointerDown={onPointerDown(role)}
                onPointerUp={onPointerUp}
                className={clsx(
                  'grid size-10 cursor-grab touch-none place-items-center rounded-md',
                  chosen === role ? 'bg-lamp' : 'hover:bg-sunken',
                )}
              >
                {piece}
              </button>
            ) : (
              <span className="grid size-10 place-items-center">
                {piece}
                <span className="sr-only">{text}</span>
              </span>
            )}
            {number > 0 && (
              <span
                aria-hidden="true"
                className="figures pointer-events-none absolute right-0 bottom-0 min-w-4 rounded bg-ink px-1 text-center font-[650] text-[0.6875rem] text-paper leading-4"
              >
                {number}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
