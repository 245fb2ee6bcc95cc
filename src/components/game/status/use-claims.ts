'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Color, GameView, Presence } from '../../../contract/game/index.ts';
import { canClaimThreefold, canMate, replay } from '../../../rules/index.ts';
import { opposite } from '../../text/colors.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { useAlarm } from '../clock/use-time.ts';

/** The opponent's absence is shown after this time, ms (E-6). */
const SHOWN_AFTER_MS = 5000;

/** What the reader may claim. */
export interface Claims {
  /** A draw by threefold repetition, on the reader's turn (E-2). */
  readonly threefold: boolean;
  /** The game, because the opponent has left (E-6), or has not moved for too long without a clock (C-9). */
  readonly absence: boolean;
  /** Whether {@link absence} can be claimed as a win, for which the reader needs mating material. */
  readonly canWin: boolean;
  /** When the game may be claimed for absence, by the server's clock; null while there is nothing to show. */
  readonly claimableAtMs: number | null;
}

export interface ClaimsInput {
  readonly game: GameView;
  /** The reader's seats. */
  readonly seats: readonly Color[];
  /** Whether it is the reader's turn. */
  readonly mine: boolean;
  readonly presence: Presence | null;
  readonly clock: ServerClock;
}

export function useClaims({ game, seats, mine, presence, clock }: ClaimsInput): Claims {
  const { initialFen, moves, setup, status, turnBeganAtMs } = game;
  const threefold = useMemo(
    () =>
      mine && status === 'playing' && canClaimThreefold(replay(initialFen, moves, setup.variant)),
    [mine, status, initialFen, moves, setup.variant],
  );

  const absent = presence?.absent ?? null;
  const [own] = seats;
  const waiting = status === 'playing' && seats.length === 1 && own && !mine;
  // The absence must belong to this turn: news of an earlier one may arrive late.
  const away =
    waiting && absent?.color === opposite(own) && absent.claimableAtMs > (turnBeganAtMs ?? 0)
      ? absent
      : null;
  const claimableAtMs = away?.claimableAtMs ?? null;
  const shown = useLasting(claimableAtMs);
  const claimable = usePassed(clock, claimableAtMs);
  const canWin = useMemo(
    () => claimable && !!own && canMate(replay(initialFen, moves, setup.variant), own),
    [claimable, own, initialFen, moves, setup.variant],
  );
  return {
    threefold,
    absence: claimable,
    canWin,
    claimableAtMs: claimable || shown ? claimableAtMs : null,
  };
}

/** Whether the value has been the same for {@link SHOWN_AFTER_MS}. */
function useLasting(value: number | null): boolean {
  const [lasting, setLasting] = useState<number | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setLasting(value), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return value !== null && lasting === value;
}

/** Whether the server's clock has passed `atMs`. */
function usePassed(clock: ServerClock, atMs: number | null): boolean {
  const [passed, setPassed] = useState<number | null>(null);
  useAlarm(clock, atMs, true, () => setPassed(atMs));
  return atMs !== null && passed === atMs;
}
