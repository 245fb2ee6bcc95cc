'use client';

import { ChallengeBadge } from './lazy-parts.ts';
import { useMyGames } from './my-games-context.ts';

/** The number of challenges that wait while the reader plays. Their cards appear after the game. */
export function ChallengeCount() {
  const { challenges, busy } = useMyGames();
  const waiting = busy ? challenges.length : 0;
  return <span aria-live="polite">{waiting > 0 && <ChallengeBadge waiting={waiting} />}</span>;
}
