'use client';

import { Swords } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { profileText } from '../../generated/texts/profile.ts';
import { useTRPCClient } from '../api/connection.ts';
import { useCall } from '../api/use-call.ts';
import { useHydrated } from '../hooks/use-hydrated.ts';
import { draftFrom, gameRequestOf } from '../lobby/create/draft.ts';
import { Button } from '../ui/button.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';

/** Challenges a player at once to a casual game with the usual time. */
export function ChallengeButton({ username }: { username: string }) {
  const client = useTRPCClient();
  const router = useRouter();
  const hydrated = useHydrated();
  const create = useCall(client.game.create.mutate, ({ gameID }) => router.push(`/game/${gameID}`));
  const draft = { ...draftFrom({}), opponent: 'user' as const, opponentName: username };
  return (
    <div className="ml-auto flex flex-col items-end gap-1">
      <Button
        disabled={!hydrated}
        waiting={create.isPending || create.isDone}
        onClick={() => create.call({ setup: gameRequestOf(draft, false) })}
      >
        <Swords className="size-4" aria-hidden="true" />
        {profileText('challenge')}
      </Button>
      <ErrorMessage text={create.error} />
    </div>
  );
}
