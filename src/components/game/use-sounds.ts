'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { GameView } from '../../contract/game/index.ts';
import { useMyGames } from '../my-games/my-games-context.ts';
import type { MakeSound } from '../sound/use-sound.ts';

/**
 * Plays a sound for each move, the reader's own at once, and for the end of the game.
 * @param isLive false while older events are folded in
 * @returns plays another sound
 */
export function useSounds({ moves, status }: GameView, isLive: boolean): MakeSound {
  const previous = useRef({ length: moves.length, status, isLive });
  const { sound } = useMyGames();
  const last = moves.at(-1)?.san ?? '';
  const make = useEffectEvent(sound);
  useEffect(() => {
    const before = previous.current;
    previous.current = { length: moves.length, status, isLive };
    if (!before.isLive) return;
    const ended = status === 'finished' && before.status !== 'finished';
    const moved = moves.length > before.length;
    if (moved || (ended && !last.endsWith('#'))) make(ended ? 'end' : { san: last });
  }, [moves.length, status, last, isLive]);
  return sound;
}
