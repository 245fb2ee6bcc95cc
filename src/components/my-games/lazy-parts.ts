'use client';

import { lazy } from '../hooks/lazy.tsx';

// What only who is signed in is shown. One file, so that it is asked for once.

export const ChallengeBadge = lazy(() => load().then((loaded) => loaded.ChallengeBadge));
export const MyGamesKeeper = lazy(() => load().then((loaded) => loaded.MyGamesKeeper));
export const WaitingCount = lazy(() => load().then((loaded) => loaded.WaitingCount));

const load = () => import('./for-players.ts');
