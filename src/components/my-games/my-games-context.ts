'use client';

import { createContext, useContext } from 'react';
import type { GameSummary } from '../../contract/game/index.ts';
import type { MakeSound } from '../sound/use-sound.ts';
import type { Notice } from './notices/notices.ts';

/** The reader's account, games and news, for every page. */
export interface MyGames {
  readonly username: string | null;
  /** Whether the reader plays without an account. */
  readonly guest: boolean;
  /** All unfinished games: in progress, open, challenges. */
  readonly games: readonly GameSummary[];
  /** The games in progress, those in which it is the reader's turn first. */
  readonly running: readonly GameSummary[];
  /** Challenges that wait for the reader's answer. */
  readonly challenges: readonly GameSummary[];
  /** The latest news that the reader may not have seen; null for none. */
  readonly notice: Notice | null;
  readonly dismiss: () => void;
  /** Whether the page shows a running game with a clock in which the reader plays. */
  readonly busy: boolean;
  /** Whether news has come while the page is hidden. */
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
