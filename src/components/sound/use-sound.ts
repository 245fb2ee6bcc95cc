'use client';

import { readSetting } from '../settings/settings.ts';
import type { SoundKind } from './sound.ts';
import { useAudio } from './use-audio.ts';

/** Plays a sound by its kind, or that of a move. The code is loaded with the first sound. */
export type MakeSound = (sound: SoundKind | { readonly san: string }) => void;

/** Plays the page's sounds, unless the reader has turned them off. */
export function useSound(): MakeSound {
  const context = useAudio();
  return (sound) => {
    if (!readSetting('sound')) return;
    import('./sound.ts')
      .then(({ playSound, soundOf }) => {
        // After navigation an interaction with the page before is enough for most browsers.
        if (navigator.userActivation?.hasBeenActive) context.current ??= new AudioContext();
        const kind = typeof sound === 'string' ? sound : soundOf(sound.san);
        return context.current && playSound(kind, context.current);
      })
      .catch(() => undefined); // Without a connection or a sound device there is no sound.
  };
}
