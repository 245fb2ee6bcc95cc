'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PlayedMove } from '../../contract/game.ts';

export interface MoveListProps {
  readonly moves: readonly PlayedMove[];
  /** The plies played in the position shown; 0 for the start. */
  readonly ply: number;
  readonly goTo: (ply: number) => void;
}

/** The game in SAN, a row a move; pressing one shows the position after it. Keeps the shown one in sight. */
export function MoveList({ moves, ply, goTo }: MoveListProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current;
    const shown = box?.querySelector<HTMLElement>(`[data-ply="${ply}"]`);
    // Not scrollIntoView: on a phone it would move the page away from the board.
    if (box) box.scrollTop = shown ? shown.offsetTop - box.clientHeight / 2 : 0;
  }, [ply]);

  const rows = Array.from({ length: Math.ceil(moves.length / 2) }, (_, row) => row * 2);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    goTo(event.key === 'Home' ? 0 : moves.length);
  };
  return (
    <section
      ref={frame}
      aria-label="Moves"
      onKeyDown={onKeyDown}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
    >
      {moves.length === 0 ? (
        <p className="px-4 py-3 text-muted text-sm">No move has been played yet.</p>
      ) : (
        <ol className="py-1.5 text-[0.9375rem]">
          {rows.map((first) => (
            <li
              key={first}
              className="grid grid-cols-[3rem_1fr_1fr] items-stretch gap-x-1 px-1.5 odd:bg-sunken/50"
            >
              <span className="figures self-center pr-3 text-right text-muted text-sm">
                {first / 2 + 1}.
              </span>
              {[first, first + 1].map((index) => {
                const move = moves[index];
                return (
                  move && (
                    <button
                      key={index}
                      type="button"
                      data-ply={index + 1}
                      aria-current={ply === index + 1 ? 'step' : undefined}
                      onClick={() => goTo(index + 1)}
                      className={clsx(
                        'my-px min-h-7 rounded-md px-2 text-left pointer-coarse:min-h-10',
                        ply === index + 1
                          ? 'bg-feather font-[600] text-on-feather'
                          : 'font-[480] hover:bg-feather-soft',
                      )}
                    >
                      {move.san}
                    </button>
                  )
                );
              })}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
