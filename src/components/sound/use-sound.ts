'use client';

import { readSetting } from '../settings/settings.ts';
import type { SoundKind } from './sound.ts';
import { useAudio } from './use-audio.ts';

/** Makes a sound of a kind, or that of a move; its code is loaded with the first one. */
export type MakeSound = (sound: SoundKind | { readonly san: string }) => void;

/** Sounds of the page, unless the reader wants none. */
export function useSound(): MakeSound {
  const context = useAudio();
  return (sound) => {
    if (!readSetting('sound')) return;
    import('./sound.ts')
      .then(({ playSound, soundOf }) => {
        // Who came from another page of ours has touched that one, which is enough for most browsers.
        if (navigator.userActivation?.hasBeenActive) context.current ??= new AudioContext();
        const kind = typeof sound === 'string' ? sound : soundOf(sound.san);
        return context.current && playSound(kind, context.current);
      })
      .catch(() => undefined); // Without a connection, or a sound device, the game goes on in silence.
  };
}
