'use client';

import { useEffect, useState } from 'react';
import type { GameEvent, GameView } from '../../../contract/game/index.ts';
import { useTRPCClient } from '../../api/connection.ts';
import { moveClocks } from './move-clocks.ts';

const none: readonly (number | null)[] = [];

/** What the mover had left after each ply, in ms: read from all of the game's events. Empty until they are here, and without a clock. */
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
        // The record is as good without them.
        onError: () => undefined,
      },
    );
    return () => subscription.unsubscribe();
  }, [client, gameID, lastEvent, timed]);
  return clocks;
}
