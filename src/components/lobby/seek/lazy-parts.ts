'use client';

import { lazy } from '../../hooks/lazy.tsx';

// What nobody needs at the first paint. One file, so that it is asked for once, and is there before it is wanted.

export const EndingLine = lazy(() => load().then((loaded) => loaded.EndingLine));
export const Seek = lazy(() => load().then((loaded) => loaded.Seek));
export const SeekWaiting = lazy(() => load().then((loaded) => loaded.SeekWaiting));

const load = () => import('./after-paint.ts');
