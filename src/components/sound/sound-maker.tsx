'use client';

import { type RefObject, useEffect } from 'react';
import { type MakeSound, useSound } from './use-sound.ts';

/** Puts the function that plays the page's sounds into `maker`. Renders nothing. */
export function SoundMaker({ maker }: { maker: RefObject<MakeSound> }) {
  const sound = useSound();
  useEffect(() => {
    maker.current = sound;
  });
  return null;
}
