'use client';

import { lazy } from '../../hooks/lazy.tsx';

// Not needed for the first paint. One file, so that it takes one request.

export const EndingLine = lazy(() => load().then((loaded) => loaded.EndingLine));
export const Seek = lazy(() => load().then((loaded) => loaded.Seek));
export const SeekWaiting = lazy(() => load().then((loaded) => loaded.SeekWaiting));

const load = () => import('./after-paint.ts');
