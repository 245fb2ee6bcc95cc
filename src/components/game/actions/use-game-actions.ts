'use client';

import { useState } from 'react';
import type { PlayerAction } from '../../../contract/game/actions.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { useConnection, useTRPCClient } from '../../api/connection.ts';
import { wordedError } from '../../api/error-text.ts';

/** What a player can send for besides moving. */
type GameAction =
  | PlayerAction
  | 'acceptRematch'
  | 'withdraw'
  | 'decline'
  | 'join'
  | 'claimWin'
  | 'claimAbsenceDraw';

export interface GameActionSender {
  /** What is without an answer so far. */
  readonly waiting: GameAction | null;
  readonly send: (action: GameAction) => void;
}

/**
 * A player's requests besides moves. What they bring about arrives as events. None is kept for later or repeated: who
 * resigns without a connection is told that it did not happen.
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
