'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import type { GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { moveNumber, numberingOf } from '../../../rules/index.ts';
import { endingText, scoreOf } from '../../text/endings.ts';

export interface MoveListProps {
  readonly game: Pick<GameView, 'initialFen' | 'moves' | 'ending' | 'setup'>;
  /** The number of plies before the position shown; 0 for the start. */
  readonly ply: number;
  readonly goTo: (ply: number) => void;
}

/** The moves in SAN and the result. Pressing a move shows the position after it; the list scrolls to the move shown. */
export function MoveList({ game, ply, goTo }: MoveListProps) {
  const { initialFen, moves, ending, setup } = game;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = frame.current;
    const shown = box?.querySelector<HTMLElement>(`[data-ply="${ply}"]`);
    // Not scrollIntoView: on a phone it would move the page away from the board.
    if (box) box.scrollTop = shown ? shown.offsetTop - box.clientHeight / 2 : 0;
  }, [ply]);

  const numbering = numberingOf(initialFen);
  const { offset } = numbering;
  // The index of each row's first move; −1 if Black moved first.
  const rows = Array.from(
    { length: Math.ceil((moves.length + offset) / 2) },
    (_, row) => row * 2 - offset,
  );
  return (
    <section
      ref={frame}
      aria-label={gameText('moves.title')}
      className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain"
    >
      {moves.length === 0 ? (
        <p className="px-4 py-3 text-muted text-sm">{gameText('moves.empty')}</p>
      ) : (
        <ol className="py-1.5 text-[0.9375rem]">
          {rows.map((first) => (
            <li
              key={first}
              className="grid grid-cols-[3rem_1fr_1fr] items-stretch gap-x-1 px-1.5 odd:bg-sunken/50"
            >
              <span className="figures self-center pr-3 text-right text-muted text-sm">
                {moveNumber(numbering, first)}.
              </span>
              {first < 0 && <span className="self-center px-2 text-muted">…</span>}
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
      {ending && (
        <p className="px-4 pt-1 pb-3 text-center text-sm">
          <span className="figures font-[650]">{scoreOf(ending)}</span>{' '}
          {endingText(ending, setup.variant)}
        </p>
      )}
    </section>
  );
}
