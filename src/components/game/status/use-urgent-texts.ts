'use client';

import { useEffect, useEffectEvent } from 'react';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import type { ServerClock } from '../clock/server-clock.ts';
import { absenceText, claimText, firstMoveText } from './urgent-texts.ts';
import type { Claims } from './use-claims.ts';

export interface UrgentParts {
  readonly game: GameView;
  readonly seats: readonly Color[];
  /** Whether it is the reader's turn. */
  readonly mine: boolean;
  readonly claims: Claims;
  readonly clock: ServerClock;
  /** When the server ends the game if nothing happens; see `gameSync`. */
  readonly dueAtMs: number | null;
}

/**
 * Makes a screen reader say once what countdowns and new buttons show: the opponent is away, something may be claimed,
 * the first move is due.
 */
export function useUrgentTexts(parts: UrgentParts, say: (text: string) => void): void {
  const { game, seats, mine, claims, clock, dueAtMs } = parts;
  const { claimableAtMs, absence, threefold } = claims;
  const speak = useEffectEvent(say);
  const secondsTo = useEffectEvent((atMs: number) => {
    const nowMs = clock.nowMs();
    return nowMs === null ? null : Math.max(0, Math.ceil((atMs - nowMs) / 1000));
  });

  const away = useEffectEvent((atMs: number) => speak(absenceText(game, seats, secondsTo(atMs))));
  useEffect(() => {
    if (claimableAtMs !== null && !absence) away(claimableAtMs);
  }, [claimableAtMs, absence]);
  const claimable = useEffectEvent(() => speak(claimText(game, seats, claims.canWin)));
  useEffect(() => {
    if (absence) claimable();
  }, [absence]);
  useEffect(() => {
    if (threefold) speak(gameText('status.threefold'));
  }, [threefold]);

  const timed = game.status === 'playing' && game.setup.timeControl.type === 'clock';
  const firstMove = timed && mine && seats.length === 1 && game.moves.length < 2;
  const counting = firstMove && dueAtMs !== null;
  const due = useEffectEvent(() => {
    const text = dueAtMs === null ? '' : firstMoveText('you', secondsTo(dueAtMs));
    if (text) speak(text);
  });
  useEffect(() => {
    if (counting) due();
  }, [counting]);
}
