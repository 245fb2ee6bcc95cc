'use client';

import { useState } from 'react';
import type { PlayerAction } from '../../../contract/game/actions.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { useConnection, useTRPCClient } from '../../api/connection.ts';
import { wordedError } from '../../api/error-text.ts';

/** A player's action besides moving. */
type GameAction =
  | PlayerAction
  | 'acceptRematch'
  | 'withdraw'
  | 'decline'
  | 'join'
  | 'claimWin'
  | 'claimAbsenceDraw';

export interface GameActionSender {
  /** The action whose answer is awaited; null for none. */
  readonly waiting: GameAction | null;
  readonly send: (action: GameAction) => void;
}

/**
 * Sends a player's actions besides moves; what they change arrives as events. An action is neither queued nor repeated:
 * without a connection it fails at once.
 */
export function useGameActions(
  gameID: number,
  onError: (message: string) => void,
): GameActionSender {
  const { game } = useTRPCClient();
  const connection = useConnection();
  const [waiting, setWaiting] = useState<GameAction | null>(null);

  function request(action: GameAction): Promise<unknown> {
    if (action === 'claimWin') return game.claimAbsence.mutate({ gameID, result: 'win' });
    if (action === 'claimAbsenceDraw') return game.claimAbsence.mutate({ gameID, result: 'draw' });
    return game[action].mutate({ gameID });
  }

  async function send(action: GameAction): Promise<void> {
    setWaiting(action);
    try {
      await request(action);
    } catch (error) {
      onError(wordedError(error)?.message ?? gameText('actions.unanswered'));
    } finally {
      setWaiting(null);
    }
  }

  return {
    waiting,
    send(action) {
      if (connection === 'connected') void send(action);
      else onError(gameText('actions.notSent'));
    },
  };
}
