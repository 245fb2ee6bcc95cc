'use client';

import { useRef } from 'react';
import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color } from '../../../contract/game/index.ts';
import { useTRPCClient } from '../../api/connection.ts';
import { remainingMs, runs, type Timed, urgentBelowMs } from './clock-reading.ts';
import type { ServerClock } from './server-clock.ts';
import { useAlarm } from './use-time.ts';

/** Not warned again sooner than this, however often time is gained and lost, ms. */
const BETWEEN_WARNINGS_MS = 20_000;

export interface OwnClockEvents {
  /** Time is getting short: once, for the ears. */
  readonly onUrgent: () => void;
  /** So many seconds are left, for who can't see the clock. */
  readonly onSecondsLeft: (seconds: number) => void;
}

/** What a player's page does as the clocks run: warns of the own one, and has the server look when one is at its end (C-6). */
export function useOwnClock(
  game: Timed & { readonly gameID: number },
  seats: readonly Color[],
  clock: ServerClock,
  events: OwnClockEvents,
): void {
  const client = useTRPCClient();
  const warnedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const turn = turnOf(game.fen);
  const endMs = endOf(game, turn);
  const timed = game.setup.timeControl.type === 'clock';
  const ownEndMs = timed && seats.includes(turn) ? endMs : null;
  const before = (ms: number) => (ownEndMs === null ? null : ownEndMs - ms);

  useAlarm(clock, seats.length > 0 ? endMs : null, true, () => {
    // Only asks the server to look; it does so by itself as well.
    client.game.claimFlag.mutate({ gameID: game.gameID }).catch(() => undefined);
  });
  useAlarm(clock, before(urgentBelowMs(game)), false, () => {
    const now = performance.now();
    if (now - warnedAtMs.current < BETWEEN_WARNINGS_MS) return;
    warnedAtMs.current = now;
    events.onUrgent();
  });
  useAlarm(clock, before(30_000), false, () => events.onSecondsLeft(30));
  useAlarm(clock, before(10_000), false, () => events.onSecondsLeft(10));
}

/** When this side's time is up if it doesn't move, by the server's clock; null while it doesn't run. */
function endOf(game: Timed, color: Color): number | null {
  if (!runs(game, color) || game.turnBeganAtMs === null) return null;
  const left = remainingMs(game, color, game.turnBeganAtMs);
  return left === null ? null : game.turnBeganAtMs + left;
}
