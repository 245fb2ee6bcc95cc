'use client';

import { clsx } from 'clsx';
import { gameText } from '../../generated/texts/game.ts';
import { useConnection } from '../api/connection.ts';
import type { ServerClock } from './clock/server-clock.ts';
import { useRoundTripMs } from './clock/use-time.ts';

/** The state of the page's connection, and the round trip to the server. */
export function ConnectionDot({ clock }: { clock: ServerClock }) {
  const roundTripMs = useRoundTripMs(clock);
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
      {gameText(`connection.${connection}`)}
      {live && roundTripMs !== null && (
        <span className="figures" title={gameText('connection.ping')}>
          {gameText('connection.milliseconds', { ms: roundTripMs })}
        </span>
      )}
    </p>
  );
}
