'use client';

import { useState } from 'react';
import type { PlayerAction } from '../../../contract/game/actions.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { useConnection, useTRPCClient } from '../../api/connection.ts';
import { wordedError } from '../../api/error-text.ts';

/** What a player can ask for besides moving. */
type Request =
  | PlayerAction
  | 'acceptRematch'
  | 'withdraw'
  | 'decline'
  | 'join'
  | 'claimWin'
  | 'claimAbsenceDraw';

export interface GameActionSender {
  /** What is without an answer so far. */
  readonly waiting: Request | null;
  readonly ask: (what: Request) => void;
}

/**
 * A player's requests besides moves. What they bring about arrives as events. None is kept for later or repeated: who
 * resigns without a connection is told that it did not happen.
 */
export function useGameActions(
  gameID: number,
  onRefused: (message: string) => void,
): GameActionSender {
  const { game } = useTRPCClient();
  const connection = useConnection();
  const [waiting, setWaiting] = useState<Request | null>(null);

  function request(what: Request): Promise<unknown> {
    if (what === 'claimWin') return game.claimAbsence.mutate({ gameID, result: 'win' });
    if (what === 'claimAbsenceDraw') return game.claimAbsence.mutate({ gameID, result: 'draw' });
    return game[what].mutate({ gameID });
  }

  async function send(what: Request): Promise<void> {
    setWaiting(what);
    try {
      await request(what);
    } catch (error) {
      onRefused(wordedError(error)?.message ?? gameText('actions.unanswered'));
    } finally {
      setWaiting(null);
    }
  }

  return {
    waiting,
    ask(what) {
      if (connection === 'connected') void send(what);
      else onRefused(gameText('actions.notSent'));
    },
  };
}
