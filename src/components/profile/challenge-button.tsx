'use client';

import { useMutation } from '@tanstack/react-query';
import { Swords } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { draftFrom, wantedOf } from '../lobby/create/draft.ts';
import { errorOf, useTRPC } from '../trpc.tsx';
import { Button } from '../ui/button.tsx';
import { useHydrated } from '../ui/use-hydrated.ts';

/** Challenges a player at once to a casual game with the usual time. */
export function ChallengeButton({ username }: { username: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const alive = useHydrated();
  const [refusal, setRefusal] = useState<string | null>(null);
  const create = useMutation(
    trpc.game.create.mutationOptions({
      onError: (error) => setRefusal(errorOf(error).message),
      onSuccess: ({ gameID }) => router.push(`/game/${gameID}`),
    }),
  );
  const draft = { ...draftFrom({}), opponent: 'user' as const, opponentName: username };
  return (
    <div className="ml-auto flex flex-col items-end gap-1">
      <Button
        disabled={!alive}
        waiting={create.isPending || create.isSuccess}
        onClick={() => create.mutate({ setup: wantedOf(draft, false) })}
      >
        <Swords className="size-4" aria-hidden="true" />
        Challenge, 5+3
      </Button>
      {refusal && (
        <p role="alert" className="text-bad text-sm">
          {refusal}
        </p>
      )}
    </div>
  );
}
