'use client';

import { Swords } from 'lucide-react';
import { count } from '../text/count.ts';
import { useDesk } from './desk.tsx';

/** How many challenges wait while the reader plays: their cards come once the game is over. */
export function ChallengeCount() {
  const { challenges, busy } = useDesk();
  const waiting = busy ? challenges.length : 0;
  return (
    <span aria-live="polite">
      {waiting > 0 && (
        // Laid over the corner, so that nothing moves when it comes and goes.
        <span
          title={`${count(waiting, 'challenge')} for after this game`}
          className="figures -left-2 absolute top-0 flex h-5 items-center gap-0.5 rounded-full bg-feather px-1.5 font-[650] text-on-feather text-xs"
        >
          <Swords className="size-3" aria-hidden="true" />
          <span aria-hidden="true">{waiting}</span>
          <span className="sr-only">{count(waiting, 'challenge')} for after this game</span>
        </span>
      )}
    </span>
  );
}
