'use client';

import { useMutation } from '@tanstack/react-query';
import { Swords } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import type { GameSummary } from '../../contract/game.ts';
import { setupWords } from '../text/game-words.ts';
import { errorOf, useTRPC } from '../trpc.tsx';
import { Button } from '../ui/button.tsx';
import { useDesk } from './desk.tsx';
import { NoticeCard } from './notice-card.tsx';
import { opponentIn } from './notices.ts';

/** Challenges to the reader and other news, over whatever page is open, so that nothing on it moves. */
export function Challenges() {
  const { username, challenges, notice, dismiss, busy } = useDesk();
  const path = usePathname();
  if (username === null) return null;
  // In the middle of a game a count in the header has to do.
  const shown = (busy ? [] : challenges)
    .filter(({ gameID }) => path !== `/game/${gameID}`)
    .slice(0, 3);
  return (
    <section
      aria-label="Challenges and news"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex flex-col items-end gap-2 p-4"
    >
      {shown.map((game) => (
        <Challenge key={game.gameID} game={game} username={username} />
      ))}
      {notice && <NoticeCard key={notice.words} notice={notice} dismiss={dismiss} />}
    </section>
  );
}

function Challenge({ game, username }: { game: GameSummary; username: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const onError = (error: unknown) => setRefusal(errorOf(error).message);
  const { gameID } = game;
  const accept = useMutation(
    trpc.game.join.mutationOptions({ onError, onSuccess: () => router.push(`/game/${gameID}`) }),
  );
  const decline = useMutation(trpc.game.decline.mutationOptions({ onError }));
  const busy = accept.isPending || decline.isPending;
  return (
    <div className="pointer-events-auto w-full animate-[rise_160ms_ease-out] rounded-xl border border-line bg-surface p-4 shadow-float sm:w-96">
      <p className="flex items-center gap-2.5 font-[600]">
        <Swords className="size-5 shrink-0 text-feather" aria-hidden="true" />
        <span className="truncate">{opponentIn(game, username)} challenges you</span>
      </p>
      <p className="mt-1 text-muted text-sm">{setupWords(game.setup)}</p>
      {refusal && (
        <p role="alert" className="mt-1 text-bad text-sm">
          {refusal}
        </p>
      )}
      <div className="mt-3 flex gap-2">
        <Button
          tone="primary"
          size="small"
          className="flex-1"
          waiting={busy}
          onClick={() => accept.mutate({ gameID })}
        >
          Accept
        </Button>
        <Button
          size="small"
          className="flex-1"
          waiting={busy}
          onClick={() => decline.mutate({ gameID })}
        >
          Decline
        </Button>
      </div>
    </div>
  );
}
