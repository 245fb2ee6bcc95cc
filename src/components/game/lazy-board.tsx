'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { StillBoard } from '../board/still-board.tsx';
import type { LiveBoardProps } from './live-board.tsx';

/** After so long it is tried again to load what couldn't be loaded, ms. */
const AGAIN_MS = 2000;

/** The board, drawn at once; the code that makes it move comes after the page's first paint. */
export function LazyBoard(props: LiveBoardProps) {
  const [Live, setLive] = useState<ComponentType<LiveBoardProps> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const load = () => {
      import('./live-board.tsx').then(
        (loaded) => wanted && setLive(() => loaded.default),
        () => {
          if (wanted) timer = setTimeout(load, AGAIN_MS);
        },
      );
    };
    load();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, []);
  const { shown, plan, orientation, coordinates, label } = props;
  if (Live) return <Live {...props} />;
  return (
    <StillBoard
      fen={plan?.fen ?? shown.fen}
      lastMove={shown.lastMove}
      orientation={orientation}
      coordinates={coordinates}
      label={label}
      className="@container"
    />
  );
}
