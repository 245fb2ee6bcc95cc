'use client';

import { clsx } from 'clsx';
import { useConnection } from '../trpc.tsx';

const words = {
  connecting: 'Connecting…',
  connected: 'Live',
  reconnecting: 'Reconnecting…',
  offline: 'Offline',
} as const;

/** Whether the page follows the game at this moment. */
export function ConnectionDot() {
  const connection = useConnection();
  const live = connection === 'connected';
  return (
    <p className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className={clsx(
          'size-2.5 rounded-full border-2',
          live ? 'border-good bg-good' : 'animate-[glow_1.2s_ease-in-out_infinite] border-edge',
        )}
      />
      {words[connection]}
    </p>
  );
}
