'use client';

import { useEffect } from 'react';
import type { GameView } from '../../../contract/game/index.ts';
import { useMyGames } from '../../my-games/my-games-context.ts';
import { gameTitle } from './game-title.ts';

/** Sets the document title, with a mark on the reader's turn, which shows while they are in another tab. */
export function useTitle(game: GameView, mine: boolean): void {
  const title = `${gameTitle(game)} · Rookery`;
  const { attention } = useMyGames();
  useEffect(() => {
    document.title = mine || attention ? `● ${title}` : title;
  }, [mine, attention, title]);
}
