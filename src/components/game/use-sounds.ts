'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { GameView } from '../../contract/game.ts';
import { readSetting } from './settings.ts';
import type { SoundKind } from './sound.ts';

/**
 * Sounds each move as it is played, one's own at once, and the end of the game.
 * @returns makes another sound
 */
export function useSounds({ moves, status }: GameView): (kind: SoundKind) => void {
  const heard = useRef({ length: moves.length, status });
  const context = useRef<AudioContext | null>(null);
  const last = moves.at(-1)?.san ?? '';
  /** A sound, or that of a move. Its code is loaded with the first one. */
  const makeSound = (kind: SoundKind | null, san: string): void => {
    if (!readSetting('sound')) return;
    import('./sound.ts').then(
      ({ playSound, soundOf }) => {
        context.current = playSound(kind ?? soundOf(san), context.current);
      },
      () => undefined, // Without a connection the game goes on in silence.
    );
  };
  const make = useEffectEvent(makeSound);
  useEffect(() => {
    const before = heard.current;
    heard.current = { length: moves.length, status };
    const ended = status === 'finished' && before.status !== 'finished';
    const moved = moves.length > before.length;
    if (moved || (ended && !last.endsWith('#'))) make(ended ? 'end' : null, last);
  }, [moves.length, status, last]);
  useEffect(() => () => void context.current?.close(), []);
  return (kind) => makeSound(kind, '');
}
