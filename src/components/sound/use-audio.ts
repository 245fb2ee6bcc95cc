'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { readSetting } from '../settings/settings.ts';

/** The events in which browsers let a page start audio. Some allow it in no other, and suspend it later, as after a call. */
const gestures = ['pointerdown', 'pointerup', 'touchend', 'keydown'] as const;

/** The page's audio context: created at the reader's first gesture, and resumed by every later one if it is suspended. */
export function useAudio(): RefObject<AudioContext | null> {
  const context = useRef<AudioContext | null>(null);
  useEffect(() => {
    const wake = () => {
      if (!readSetting('sound') || navigator.userActivation?.isActive === false) return;
      context.current ??= new AudioContext();
      // If the browser refuses, it stays suspended until the next gesture.
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
