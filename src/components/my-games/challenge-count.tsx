'use client';

import { ChallengeBadge } from './lazy-parts.ts';
import { useMyGames } from './my-games-context.ts';

/** How many challenges wait while the reader plays: their cards come once the game is over. */
export function ChallengeCount() {
  const { challenges, busy } = useMyGames();
  const waiting = busy ? challenges.length : 0;
  return <span aria-live="polite">{waiting > 0 && <ChallengeBadge waiting={waiting} />}</span>;
}
