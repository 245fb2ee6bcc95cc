'use client';

import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { refusalOf } from '../../client/refusal.ts';
import type { GameView } from '../../contract/game.ts';
import { errorOf, useConnection, useTRPC } from '../trpc.tsx';

import { isOpen, type PendingMove, pendingMove } from './pending-move.ts';

/**
 * Sends moves, one at a time: shown at once, taken back when refused, sent again when the connection broke meanwhile.
 * @param onRefused is told in words why a move was taken back
 */
export function useMoveSender(game: GameView, onRefused: (message: string) => void) {
  const trpc = useTRPC();
  const connection = useConnection();
  const { mutateAsync } = useMutation(trpc.game.move.mutationOptions({ networkMode: 'always' }));
  const [last, setLast] = useState<PendingMove | null>(null);
  const pending = last && isOpen(last, game) ? last : null;

  async function send(move: PendingMove): Promise<void> {
    setLast(move);
    try {
      await mutateAsync({ gameID: game.gameID, ply: move.ply, uci: move.uci });
    } catch (error) {
      // Not refused, but unanswered: the connection broke.
      if (!refusalOf(error)) return setLast({ ...move, state: 'interrupted' });
      setLast(null);
      onRefused(errorOf(error).message);
    }
  }

  const resend = useEffectEvent((move: PendingMove) => void send({ ...move, state: 'sending' }));
  useEffect(() => {
    if (pending?.state === 'interrupted' && connection === 'connected') resend(pending);
  }, [pending, connection]);

  return {
    pending,
    /** Makes a move in the present position. An illegal one is refused here. */
    play(uci: string): void {
      if (pending) return;
      try {
        void send(pendingMove(game, uci));
      } catch (error) {
        onRefused(errorOf(error).message);
      }
    },
  };
}
