'use client';

import { useEffect, useState } from 'react';
import type { GameEvent, GameView } from '../../../contract/game/index.ts';
import { useTRPCClient } from '../../api/connection.ts';
import { moveClocks } from './move-clocks.ts';

const none: readonly (number | null)[] = [];

/** The mover's remaining time after each ply, ms, from the game's events. Empty without a clock, and until they come. */
export function useMoveClocks({ gameID, lastEvent, setup }: GameView): readonly (number | null)[] {
  const client = useTRPCClient();
  const [clocks, setClocks] = useState(none);
  const timed = setup.timeControl.type === 'clock';
  useEffect(() => {
    if (!timed) return;
    const events: GameEvent[] = [];
    const subscription = client.game.events.subscribe(
      { gameID },
      {
        onData({ data }) {
          if (data.number > lastEvent) return;
          events.push(data);
          if (data.number === lastEvent) setClocks(moveClocks(events));
        },
        // The PGN then has no clock comments.
        onError: () => undefined,
      },
    );
    return () => subscription.unsubscribe();
  }, [client, gameID, lastEvent, timed]);
  return clocks;
}
