'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Color } from '../../contract/game.ts';
import { errorOf, useTRPC } from '../trpc.tsx';

/** `sending` lasts until the game's page is there. */
type CreateState =
  | { readonly type: 'editing' }
  | { readonly type: 'sending' }
  | { readonly type: 'refused'; readonly message: string };

/**
 * Makes a game and takes a seat in it.
 * @param onCreated is told its number. Also when the seat could not be had: the game exists, and its page offers the seat.
 */
export function useCreateGame(onCreated: (gameID: number) => void) {
  const trpc = useTRPC();
  const creation = useMutation(trpc.game.create.mutationOptions());
  const joining = useMutation(trpc.game.join.mutationOptions());
  const [state, setState] = useState<CreateState>({ type: 'editing' });

  async function run(gameName: string, seat: Color | null): Promise<void> {
    setState({ type: 'sending' });
    try {
      const { gameID } = await creation.mutateAsync({ gameName });
      if (seat) await joining.mutateAsync({ gameID, color: seat }).catch(() => undefined);
      onCreated(gameID);
    } catch (error) {
      setState({ type: 'refused', message: errorOf(error).message });
    }
  }

  return {
    state,
    create: (gameName: string, seat: Color | null) => void run(gameName, seat),
  };
}
