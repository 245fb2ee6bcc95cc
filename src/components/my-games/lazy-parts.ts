'use client';

import { lazy } from '../hooks/lazy.tsx';

// Only for users who are signed in. One file, so that it takes one request.

export const ChallengeBadge = lazy(() => load().then((loaded) => loaded.ChallengeBadge));
export const MyGamesKeeper = lazy(() => load().then((loaded) => loaded.MyGamesKeeper));
export const WaitingCount = lazy(() => load().then((loaded) => loaded.WaitingCount));

const load = () => import('./for-players.ts');
