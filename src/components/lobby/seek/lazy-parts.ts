'use client';

import { late } from '../../hooks/lazy.tsx';

// What nobody needs at the first paint. One file, so that it is asked for once, and is there before it is wanted.

export const EndingLine = late(() => load().then((loaded) => loaded.EndingLine));
export const Seek = late(() => load().then((loaded) => loaded.Seek));
export const SeekWaiting = late(() => load().then((loaded) => loaded.SeekWaiting));

const load = () => import('./after-paint.ts');
