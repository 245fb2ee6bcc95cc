'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import type { GameView } from '../../contract/game/index.ts';
import { useMyGames } from '../my-games/my-games-context.ts';
import type { MakeSound } from '../sound/use-sound.ts';

/**
 * Sounds each move as it is played, one's own at once, and the end of the game.
 * @param isLive false while what is folded in is history
 * @returns makes another sound
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
