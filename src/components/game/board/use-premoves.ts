'use client';

import { useEffect, useEffectEvent, useReducer } from 'react';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { noPremoves, type Premoves, premoveDue, premoveReducer } from './premoves.ts';

export interface PremoveQueue {
  readonly queue: Premoves;
  readonly add: (uci: string) => void;
  readonly clear: () => void;
}

export interface PremovesInput {
  /** The game without a pending move. */
  readonly game: GameView;
  /** The side that premoves; null for a spectator, and for a player of both sides. */
  readonly own: Color | null;
  /** Whether a move is pending. */
  readonly busy: boolean;
  /** Sends a premove. */
  readonly send: (uci: string) => void;
  /** Makes a screen reader say that premoves were dropped. */
  readonly say: (text: string) => void;
}

/** The premoves: the first is sent as soon as it is the player's turn (G-6). */
export function usePremoves({ game, own, busy, send, say }: PremovesInput): PremoveQueue {
  const [queue, dispatch] = useReducer(premoveReducer, noPremoves);
  const due = own && !busy ? premoveDue(queue, game, own) : null;
  const execute = useEffectEvent((uci: string) => {
    dispatch({ type: 'sent' });
    send(uci);
  });
  const drop = useEffectEvent(() => {
    dispatch({ type: 'clear' });
    if (game.status === 'playing') say(gameText('premoves.impossible', { uci: queue[0] ?? '' }));
  });
  const uci = due?.type === 'send' ? due.uci : null;
  const failed = due?.type === 'drop';
  const ply = game.moves.length;
  useEffect(() => {
    if (failed) drop();
    // `ply` sends one per turn, also if the same move is due in two turns.
    else if (uci !== null && ply >= 0) execute(uci);
  }, [uci, failed, ply]);

  return {
    queue,
    add: (move) => dispatch({ type: 'add', uci: move }),
    clear: () => {
      if (queue.length > 0) say(gameText('premoves.cancelled'));
      dispatch({ type: 'clear' });
    },
  };
}
