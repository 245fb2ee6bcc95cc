'use client';

import { useEffect, useEffectEvent, useReducer } from 'react';
import type { Color, GameView } from '../../../contract/game.ts';
import { noPremoves, type Premoves, premoveDue, premoveReducer } from './premoves.ts';

export interface PremoveQueue {
  readonly queue: Premoves;
  readonly add: (uci: string) => void;
  readonly clear: () => void;
}

/**
 * The moves planned ahead: one is sent as soon as it is the planner's turn (G-6).
 * @param game as the server has it, without a move in flight
 * @param own the side that plans; null for who doesn't play, or plays both
 * @param busy a move is on its way
 * @param send sends a premove
 */
export function usePremoves(
  game: GameView,
  own: Color | null,
  busy: boolean,
  send: (uci: string) => void,
): PremoveQueue {
  const [queue, dispatch] = useReducer(premoveReducer, noPremoves);
  const due = own && !busy ? premoveDue(queue, game, own) : null;
  const execute = useEffectEvent((uci: string) => {
    dispatch({ type: 'sent' });
    send(uci);
  });
  const uci = due?.type === 'send' ? due.uci : null;
  const failed = due?.type === 'drop';
  const ply = game.moves.length;
  useEffect(() => {
    if (failed) dispatch({ type: 'clear' });
    // One for each turn, though the same move may be due in two of them.
    else if (uci !== null && ply >= 0) execute(uci);
  }, [uci, failed, ply]);

  return {
    queue,
    add: (move) => dispatch({ type: 'add', uci: move }),
    clear: () => dispatch({ type: 'clear' }),
  };
}
