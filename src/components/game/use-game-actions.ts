'use client';

import { useMutation } from '@tanstack/react-query';
import { errorOf, useTRPC } from '../trpc.tsx';

/** The requests of a player besides moves. What they bring about arrives as events. */
export function useGameActions(gameID: number, onRefused: (message: string) => void) {
  const { game } = useTRPC();
  const onError = (error: unknown) => onRefused(errorOf(error).message);
  const resign = useMutation(game.resign.mutationOptions({ onError }));
  const offerDraw = useMutation(game.offerDraw.mutationOptions({ onError }));
  const acceptDraw = useMutation(game.acceptDraw.mutationOptions({ onError }));
  const declineDraw = useMutation(game.declineDraw.mutationOptions({ onError }));
  return {
    /** Whether one of them is without an answer so far. */
    waiting: [resign, offerDraw, acceptDraw, declineDraw].some((request) => request.isPending),
    resign: () => resign.mutate({ gameID }),
    offerDraw: () => offerDraw.mutate({ gameID }),
    acceptDraw: () => acceptDraw.mutate({ gameID }),
    declineDraw: () => declineDraw.mutate({ gameID }),
  };
}
