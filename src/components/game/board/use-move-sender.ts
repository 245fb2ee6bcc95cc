'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { apiErrorOf } from '../../../client/api-error.ts';
import type { GameView } from '../../../contract/game/index.ts';
import { errorOf, useConnection, useTRPCClient } from '../../api/connection.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { isOpen, type PendingMove, pendingMove } from './pending-move.ts';

/** Sends moves; see {@link useMoveSender}. */
export interface MoveSender {
  /** The move whose event has not arrived yet. */
  readonly pending: PendingMove | null;
  /**
   * Makes a move in the current position. An illegal one is not sent.
   * @param premove chosen before the opponent's move came
   */
  readonly play: (uci: string, premove?: boolean) => void;
}

/**
 * Sends moves, one at a time. A move is shown at once, undone if it is rejected, and sent again if the connection broke.
 * @param onError gets the text of the error after which a move was undone
 */
export function useMoveSender(
  game: GameView,
  clock: ServerClock,
  onError: (message: string) => void,
): MoveSender {
  const client = useTRPCClient();
  const connection = useConnection();
  const [last, setLast] = useState<PendingMove | null>(null);
  const pending = last && isOpen(last, game) ? last : null;

  async function send(move: PendingMove): Promise<void> {
    setLast(move);
    const { ply, uci, lastEvent, premove } = move;
    const lagMs = clock.roundTripMs();
    try {
      const { number } = await client.game.move.mutate({
        gameID: game.gameID,
        ply,
        uci,
        lastEvent,
        ...(premove && { premove }),
        ...(lagMs !== null && { lagMs: Math.min(lagMs, MAX_LAG_MS) }),
      });
      setLast((known) => (known?.ply === ply && known.uci === uci ? { ...known, number } : known));
    } catch (error) {
      // No answer: the connection broke.
      if (!apiErrorOf(error)) return setLast({ ...move, state: 'interrupted' });
      setLast(null);
      onError(errorOf(error).message);
    }
  }

  const resend = useEffectEvent((move: PendingMove) => void send({ ...move, state: 'sending' }));
  useEffect(() => {
    if (pending?.state === 'interrupted' && connection === 'connected') resend(pending);
  }, [pending, connection]);

  return {
    pending,
    play(uci, premove = false) {
      if (pending) return;
      try {
        void send(pendingMove(game, uci, { premove, sentAtMs: clock.nowMs() }));
      } catch (error) {
        onError(errorOf(error).message);
      }
    },
  };
}

/** The contract's maximum, ms; the server compensates far less (C-5). */
const MAX_LAG_MS = 60_000;
