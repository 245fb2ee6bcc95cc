'use client';

import { Coordinates } from '../../board/coordinates.tsx';
import { StillBoard } from '../../board/still-board.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import type { LiveBoardProps } from './live-board.tsx';

const load = () => import('./live-board.tsx').then((loaded) => loaded.LiveBoard);

/** The board, static at first; the interactive one is loaded after the page's first paint. */
export function LazyBoard(props: LiveBoardProps) {
  const Live = useLoaded(load);
  const { shown, plan, orientation, coordinates, label } = props;
  if (Live) return <Live {...props} />;
  return (
    <StillBoard
      fen={plan?.fen ?? shown.fen}
      lastMove={shown.lastMove}
      orientation={orientation}
      label={label}
      className="@container"
    >
      {coordinates && <Coordinates orientation={orientation} />}
    </StillBoard>
  );
}
