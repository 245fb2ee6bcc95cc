'use client';

import { Swords } from 'lucide-react';
import { gamesText } from '../../generated/texts/games.ts';

/** The number of waiting challenges. Laid over the corner, so that nothing moves when it appears. */
export function ChallengeBadge({ waiting }: { waiting: number }) {
  const text = gamesText('challenges.waiting', { count: waiting });
  return (
    <span
      title={text}
      className="figures -left-2 absolute top-0 flex h-5 items-center gap-0.5 rounded-full bg-feather px-1.5 font-[650] text-on-feather text-xs"
    >
      <Swords className="size-3" aria-hidden="true" />
      <span aria-hidden="true">{waiting}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
