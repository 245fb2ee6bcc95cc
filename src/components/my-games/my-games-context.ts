'use client';

import { createContext, useContext } from 'react';
import type { GameSummary } from '../../contract/game/index.ts';
import type { MakeSound } from '../sound/use-sound.ts';
import type { Notice } from './notices/notices.ts';

/** What concerns the reader, wherever on the site they are. */
export interface MyGames {
  readonly username: string | null;
  /** Plays without an account. */
  readonly guest: boolean;
  /** All unfinished games: running, offered, challenges. */
  readonly games: readonly GameSummary[];
  /** Running ones, those where it is the reader's turn first. */
  readonly running: readonly GameSummary[];
  /** Challenges that wait for the reader's answer. */
  readonly challenges: readonly GameSummary[];
  /** What happened last that the reader may not have seen. */
  readonly notice: Notice | null;
  readonly dismiss: () => void;
  /** A running game with a clock of the reader's own is on the screen. */
  readonly busy: boolean;
  /** The page is hidden, and something has come. */
  readonly attention: boolean;
  readonly sound: MakeSound;
}

export const signedOut: MyGames = {
  username: null,
  guest: false,
  games: [],
  running: [],
  challenges: [],
  notice: null,
  dismiss: () => {},
  busy: false,
  attention: false,
  sound: () => {},
};

export const MyGamesContext = createContext<MyGames>(signedOut);

export const useMyGames = (): MyGames => useContext(MyGamesContext);
