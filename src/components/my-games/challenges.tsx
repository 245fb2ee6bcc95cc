'use client';

import { usePathname } from 'next/navigation';
import { gamesText } from '../../generated/texts/games.ts';
import { ChallengeCard } from './challenge-card.tsx';
import { useMyGames } from './my-games-context.ts';
import { NoticeCard } from './notices/notice-card.tsx';

/** The cards of challenges and other news, laid over the page, so that nothing on it moves. */
export function Challenges() {
  const { username, challenges, notice, dismiss, busy } = useMyGames();
  const path = usePathname();
  if (username === null) return null;
  // During a game the count in the header replaces the cards.
  const shown = (busy ? [] : challenges)
    .filter(({ gameID }) => path !== `/game/${gameID}`)
    .slice(0, 3);
  return (
    <section
      aria-label={gamesText('challenges.label')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex flex-col items-end gap-2 p-4"
    >
      {shown.map((game) => (
        <ChallengeCard key={game.gameID} game={game} username={username} />
      ))}
      {notice && <NoticeCard key={notice.text} notice={notice} dismiss={dismiss} />}
    </section>
  );
}
