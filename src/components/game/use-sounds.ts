'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { GameView } from '../../contract/game.ts';
import { playSound, soundOf } from './sound.ts';

const KEY = 'rookery.sound';
const CHANGED = 'rookery-sound';

/** Where the choice is kept: in this browser. Sounds are on unless it says otherwise, or can't be asked. */
const isOn = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
};

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether sounds are on, and the way to turn them on or off, in all of this browser's windows. */
export function useSoundSetting(): { readonly on: boolean; readonly toggle: () => void } {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  const toggle = () => {
    try {
      localStorage.setItem(KEY, on ? 'off' : 'on');
    } catch {
      // A browser that keeps nothing: sounds stay on.
    }
    window.dispatchEvent(new Event(CHANGED));
  };
  return { on, toggle };
}

/** Sounds each move as it is played, one's own at once, and the end of the game. */
export function useSounds({ moves, status }: GameView): void {
  const heard = useRef({ length: moves.length, status });
  const context = useRef<AudioContext | null>(null);
  const last = moves.at(-1)?.san ?? '';
  useEffect(() => {
    const before = heard.current;
    heard.current = { length: moves.length, status };
    const ended = status === 'finished' && before.status !== 'finished';
    const moved = moves.length > before.length;
    if (!isOn() || !(moved || (ended && !last.endsWith('#')))) return;
    context.current = playSound(ended ? 'end' : soundOf(last), context.current);
  }, [moves.length, status, last]);
  useEffect(() => () => void context.current?.close(), []);
}
