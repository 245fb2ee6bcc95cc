'use client';

import { useRef } from 'react';
import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color } from '../../../contract/game/index.ts';
import { useTRPCClient } from '../../api/connection.ts';
import { remainingMs, runs, type Timed, urgentBelowMs } from './clock-reading.ts';
import type { ServerClock } from './server-clock.ts';
import { useAlarm } from './use-time.ts';

/** The shortest time between two warnings, ms: increments can lift a clock over the limit again and again. */
const BETWEEN_WARNINGS_MS = 20_000;

export interface OwnClockEvents {
  /** Time gets short: for a warning sound. */
  readonly onUrgent: () => void;
  /** This many seconds are left: for screen readers. */
  readonly onSecondsLeft: (seconds: number) => void;
}

/** Warns a player whose own clock runs low, and has the server check a clock that has run out (C-6). */
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
    // The server also checks by itself, so a lost request does no harm.
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

/** When this side's clock runs out, by the server's clock; null while it doesn't run. */
function endOf(game: Timed, color: Color): number | null {
  if (!runs(game, color) || game.turnBeganAtMs === null) return null;
  const left = remainingMs(game, color, game.turnBeganAtMs);
  return left === null ? null : game.turnBeganAtMs + left;
}
