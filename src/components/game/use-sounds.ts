'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { GameView } from '../../contract/game.ts';
import { readSetting } from './settings.ts';
import type { SoundKind } from './sound.ts';
import { useAudio } from './use-audio.ts';

/**
 * Sounds each move as it is played, one's own at once, and the end of the game.
 * @returns makes another sound
 */
export function useSounds({ moves, status }: GameView): (kind: SoundKind) => void {
  const heard = useRef({ length: moves.length, status });
  const context = useAudio();
  const last = moves.at(-1)?.san ?? '';
  /** A sound, or that of a move. Its code is loaded with the first one. */
  const makeSound = (kind: SoundKind | null, san: string): void => {
    if (!readSetting('sound')) return;
    import('./sound.ts')
      .then(({ playSound, soundOf }) => {
        // Who came from another page of ours has touched that one, which is enough for most browsers.
        if (navigator.userActivation?.hasBeenActive) context.current ??= new AudioContext();
        return context.current && playSound(kind ?? soundOf(san), context.current);
      })
      .catch(() => undefined); // Without a connection, or a sound device, the game goes on in silence.
  };
  const make = useEffectEvent(makeSound);
  useEffect(() => {
    const before = heard.current;
    heard.current = { length: moves.length, status };
    const ended = status === 'finished' && before.status !== 'finished';
    const moved = moves.length > before.length;
    if (moved || (ended && !last.endsWith('#'))) make(ended ? 'end' : null, last);
  }, [moves.length, status, last]);
  return (kind) => makeSound(kind, '');
}
