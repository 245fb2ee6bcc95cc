'use client';

import { clsx } from 'clsx';
import { Play } from 'lucide-react';
import { useCallback } from 'react';
import type { Color } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import {
  clockFace,
  leftText,
  nextChangeInMs,
  remainingMs,
  runs,
  type Timed,
  urgentBelowMs,
} from './clock-reading.ts';
import type { ServerClock } from './server-clock.ts';
import { useServerNow } from './use-time.ts';

export interface PlayerClockProps {
  readonly game: Timed;
  readonly color: Color;
  readonly clock: ServerClock;
}

/** Correspondence clocks show no unit smaller than this while they can, ms. */
const MINUTE_MS = 60_000;

/**
 * A side's clock. The running one is dark with a mark before its figures, because colour alone must not distinguish them.
 * Its width doesn't depend on its figures. Read out only on demand; see `useOwnClock` for the warnings.
 */
export function PlayerClock({ game, color, clock }: PlayerClockProps) {
  const running = runs(game, color);
  const byDays = game.setup.timeControl.type === 'correspondence';
  const next = useCallback(
    (nowMs: number) => {
      const left = runs(game, color) ? remainingMs(game, color, nowMs) : null;
      if (left === null) return Number.POSITIVE_INFINITY;
      return byDays && left > MINUTE_MS ? MINUTE_MS / 2 : nextChangeInMs(left);
    },
    [game, color, byDays],
  );
  const nowMs = useServerNow(clock, next);
  const left = remainingMs(game, color, nowMs);
  if (left === null) return null;
  const urgent = running && left < urgentBelowMs(game);
  return (
    <div
      role="timer"
      aria-label={gameText('clock.label', { color })}
      data-running={running || undefined}
      className={clsx(
        'figures flex h-9 shrink-0 items-center justify-end gap-1.5 rounded-md px-2.5 leading-none',
        byDays
          ? 'font-[600] text-sm'
          : 'min-w-29 font-[640] text-[1.625rem] tracking-[-0.02em] @max-[24rem]:min-w-24 @max-[24rem]:px-2 @max-[24rem]:text-xl',
        urgent
          ? 'bg-bad text-on-bad'
          : running
            ? 'bg-ink text-paper'
            : 'bg-sunken text-muted ring-1 ring-line ring-inset',
      )}
    >
      {running && (
        <Play
          className="mr-auto size-3 shrink-0 fill-current"
          aria-label={gameText('clock.running')}
          role="img"
        />
      )}
      {byDays ? leftText(left) : clockFace(left)}
    </div>
  );
}
