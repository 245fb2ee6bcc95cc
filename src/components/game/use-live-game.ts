'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { foldEvent } from '../../contract/game/fold.ts';
import type { GameEvent, GameSync, GameView } from '../../contract/game/index.ts';
import { errorOf, useTRPCClient } from '../api/connection.ts';

export interface LiveGame {
  readonly game: GameView;
  /** False while events older than the page's visit are folded in. */
  readonly isLive: boolean;
  /** Why the page no longer follows the game, such as that it was removed; null while it does. */
  readonly broken: string | null;
  /** When the server ends the game if nothing happens, by its clock; null for never, and while unknown. */
  readonly dueAtMs: number | null;
  /** Applies the server's clocks: after a downtime the turn began later (C-10). */
  readonly applySync: (sync: GameSync) => void;
}

/**
 * A live game: it begins with what the server rendered, and folds in every later event in order (T-1). If an event is
 * missing, the whole game is fetched again.
 * @param onEvent called with each event once it is folded in, but not with events older than the visit
 */
export function useLiveGame(
  initial: GameView,
  onEvent: (event: GameEvent, game: GameView) => void,
): LiveGame {
  const client = useTRPCClient();
  const [game, setGame] = useState(initial);
  const [broken, setBroken] = useState<string | null>(null);
  const [due, setDue] = useState<Pick<GameSync, 'lastEvent' | 'dueAtMs'> | null>(null);
  const [from] = useState(String(initial.lastEvent));
  /** The newest state: events can arrive faster than React renders. */
  const latest = useRef(initial);
  /** The last event before the visit; null until the server has answered. */
  const historyEnd = useRef<number | null>(null);
  const [isLive, setLive] = useState(false);
  const { gameID } = initial;

  function checkLive(): void {
    if (historyEnd.current !== null && latest.current.lastEvent >= historyEnd.current)
      setLive(true);
  }

  function update(next: GameView): void {
    latest.current = next;
    setGame(next);
    checkLive();
  }

  async function refetch(): Promise<void> {
    const fetched = await client.game.get.query({ gameID }).catch(() => null);
    if (fetched && fetched.lastEvent > latest.current.lastEvent) update(fetched);
  }

  const onData = useEffectEvent((event: GameEvent): void => {
    const known = latest.current;
    if (event.number <= known.lastEvent) return;
    if (event.number > known.lastEvent + 1) {
      void refetch();
      return;
    }
    const next = foldEvent(known, event);
    update(next);
    if (historyEnd.current !== null && event.number > historyEnd.current) onEvent(event, next);
  });
  useEffect(() => {
    const subscription = client.game.events.subscribe(
      { gameID, lastEventId: from },
      {
        onData: ({ data }) => onData(data),
        onError: (error) => setBroken(errorOf(error).message),
      },
    );
    return () => subscription.unsubscribe();
  }, [client, gameID, from]);

  // A page reached by the back button may be old: the events since then are folded in, but are not news.
  const onCurrent = useEffectEvent((lastEvent: number): void => {
    historyEnd.current ??= lastEvent;
    checkLive();
  });
  useEffect(() => {
    let current = true;
    client.game.sync.query({ gameID }).then(
      ({ lastEvent }) => current && onCurrent(lastEvent),
      () => current && onCurrent(0),
    );
    return () => {
      current = false;
    };
  }, [client, gameID]);

  function applySync({ lastEvent, clocks, turnBeganAtMs, dueAtMs }: GameSync): void {
    const known = latest.current;
    if (lastEvent !== known.lastEvent) return;
    if (due?.lastEvent !== lastEvent || due.dueAtMs !== dueAtMs) setDue({ lastEvent, dueAtMs });
    const same =
      turnBeganAtMs === known.turnBeganAtMs &&
      clocks?.whiteMs === known.clocks?.whiteMs &&
      clocks?.blackMs === known.clocks?.blackMs;
    if (!same) update({ ...known, clocks, turnBeganAtMs });
  }

  const dueAtMs = due?.lastEvent === game.lastEvent ? due.dueAtMs : null;
  return { game, isLive, broken, dueAtMs, applySync };
}
