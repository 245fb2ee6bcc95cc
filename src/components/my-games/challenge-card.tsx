'use client';

import { Swords } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { GameSummary } from '../../contract/game/index.ts';
import { gamesText } from '../../generated/texts/games.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { setupText } from '../text/setup-text.ts';
import { Button } from '../ui/button.tsx';
import { opponentIn } from './notices/notices.ts';

/** A challenge to the reader, with the buttons to accept and decline it. */
export function ChallengeCard({ game, username }: { game: GameSummary; username: string }) {
  const client = useTRPCClient();
  const router = useRouter();
  const { gameID } = game;
  const accept = useCall(client.game.join.mutate, () => router.push(`/game/${gameID}`));
  const decline = useCall(client.game.decline.mutate);
  const busy = accept.isPending || decline.isPending;
  const error = accept.error ?? decline.error;
  return (
    <div className="pointer-events-auto w-full animate-[rise_160ms_ease-out] rounded-xl border border-line bg-surface p-4 shadow-float sm:w-96">
      <p className="flex items-center gap-2.5 font-[600]">
        <Swords className="size-5 shrink-0 text-feather" aria-hidden="true" />
        <span className="wrap-anywhere min-w-0">
          {gamesText('challenges.from', { name: opponentIn(game, username) })}
        </span>
      </p>
      <p className="mt-1 text-muted text-sm">{setupText(game.setup)}</p>
      {error && (
        <p role="alert" className="mt-1 text-bad text-sm">
          {error}
        </p>
      )}
      <div className="mt-3 flex gap-2">
        <Button
          tone="primary"
          size="small"
          className="flex-1"
          waiting={busy}
          onClick={() => accept.call({ gameID })}
        >
          {gamesText('challenges.accept')}
        </Button>
        <Button
          size="small"
          className="flex-1"
          waiting={busy}
          onClick={() => decline.call({ gameID })}
        >
          {gamesText('challenges.decline')}
        </Button>
      </div>
    </div>
  );
}
