'use client';

import { useEffect } from 'react';
import type { GameView } from '../../../contract/game/index.ts';
import { useMyGames } from '../../my-games/my-games-context.ts';
import { gameTitle } from './game-title.ts';

/** Keeps the window's title up to date, with a mark while it is the reader's turn, for whoever waits in another tab. */
export function useTitle(game: GameView, mine: boolean): void {
  const title = `${gameTitle(game)} · Rookery`;
  const { attention } = useMyGames();
  useEffect(() => {
    document.title = mine || attention ? `● ${title}` : title;
  }, [mine, attention, title]);
}
