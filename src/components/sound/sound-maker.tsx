'use client';

import { type RefObject, useEffect } from 'react';
import { type MakeSound, useSound } from './use-sound.ts';

/** Puts into `maker` what makes the page's sounds. Shows nothing. */
export function SoundMaker({ maker }: { maker: RefObject<MakeSound> }) {
  const sound = useSound();
  useEffect(() => {
    maker.current = sound;
  });
  return null;
}
