'use client';

import { useEffect, useRef } from 'react';
import type { GameView } from '../../contract/game.ts';
import { readSetting } from './settings.ts';
import { playSound, type SoundKind, soundOf } from './sound.ts';

/**
 * Sounds each move as it is played, one's own at once, and the end of the game.
 * @returns makes another sound
 */
export function useSounds({ moves, status }: GameView): (kind: SoundKind) => void {
  const heard = useRef({ length: moves.length, status });
  const context = useRef<AudioContext | null>(null);
  const last = moves.at(-1)?.san ?? '';
  useEffect(() => {
    const before = heard.current;
    heard.current = { length: moves.length, status };
    const ended = status === 'finished' && before.status !== 'finished';
    const moved = moves.length > before.length;
    if (!readSetting('sound') || !(moved || (ended && !last.endsWith('#')))) return;
    context.current = playSound(ended ? 'end' : soundOf(last), context.current);
  }, [moves.length, status, last]);
  useEffect(() => () => void context.current?.close(), []);
  return (kind) => {
    if (readSetting('sound')) context.current = playSound(kind, context.current);
  };
}
