'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { readSetting } from '../settings/settings.ts';

/** Where browsers let a page begin to sound. Some let it nowhere else, and silence it again later, as after a call. */
const gestures = ['pointerdown', 'pointerup', 'touchend', 'keydown'] as const;

/** What the page sounds through: made at the reader's first gesture, and woken by every later one if it sleeps. */
export function useAudio(): RefObject<AudioContext | null> {
  const context = useRef<AudioContext | null>(null);
  useEffect(() => {
    const wake = () => {
      if (!readSetting('sound') || navigator.userActivation?.isActive === false) return;
      context.current ??= new AudioContext();
      // Refused: it sleeps on until the next gesture.
      if (context.current.state !== 'running') context.current.resume().catch(() => undefined);
    };
    for (const gesture of gestures) {
      window.addEventListener(gesture, wake, { capture: true, passive: true });
    }
    return () => {
      for (const gesture of gestures) window.removeEventListener(gesture, wake, { capture: true });
      context.current?.close().catch(() => undefined);
      context.current = null;
    };
  }, []);
  return context;
}
