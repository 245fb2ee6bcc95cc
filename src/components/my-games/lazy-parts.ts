'use client';

import { late } from '../hooks/lazy.tsx';

// What only who is signed in is shown. One file, so that it is asked for once.

export const ChallengeBadge = late(() => load().then((loaded) => loaded.ChallengeBadge));
export const DeskKeeper = late(() => load().then((loaded) => loaded.DeskKeeper));
export const WaitingCount = late(() => load().then((loaded) => loaded.WaitingCount));

const load = () => import('./for-players.ts');
