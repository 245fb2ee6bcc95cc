'use client';

import { Chessground } from 'chessground';
import type { Api } from 'chessground/api';
import type { Config } from 'chessground/config';
import type { Dests, Key } from 'chessground/types';
import { clsx } from 'clsx';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { turnOf } from '../../contract/fold.ts';
import type { Color } from '../../contract/game.ts';
import { Coordinates } from '../board/coordinates.tsx';
import { StillBoard } from '../board/still-board.tsx';
import { opposite } from '../text/endings.ts';
import 'chessground/assets/chessground.base.css';
import './live-board.css';
import type { Shown } from './positions.ts';

export interface LiveBoardProps {
  /** A new object puts every piece where it says, also back to where they were. */
  readonly shown: Shown;
  readonly orientation: Color;
  /** Where the pieces that may be moved now can go; null when none may. */
  readonly dests: ReadonlyMap<string, readonly string[]> | null;
  /** A piece was moved to a legal square. What becomes of it shows in `shown`. */
  readonly onMove: (from: string, to: string) => void;
  /** What a screen reader says for the board. */
  readonly label: string;
}

/** The board of a game: pieces slide, and can be dragged or tapped where `dests` allows it. */
export function LiveBoard(props: LiveBoardProps) {
  const { shown, orientation, dests, label } = props;
  const mount = useRef<HTMLDivElement>(null);
  const board = useRef<Api | null>(null);
  const [alive, setAlive] = useState(false);
  const onMove = useEffectEvent((from: string, to: string) => props.onMove(from, to));
  const config = useEffectEvent(() => configFor(props));

  useEffect(() => {
    if (!mount.current) return;
    const api = Chessground(mount.current, { ...fixed(), ...config() });
    api.set({ movable: { events: { after: (from, to) => onMove(from, to) } } });
    board.current = api;
    setAlive(true);
    return () => api.destroy();
  }, []);

  useEffect(() => {
    board.current?.set(configFor({ shown, orientation, dests }));
  }, [shown, orientation, dests]);

  return (
    <div role="img" aria-label={label} className={clsx('board @container', dests && 'touch-none')}>
      {alive ? (
        <Coordinates orientation={orientation} />
      ) : (
        <div className="absolute inset-0">
          <StillBoard
            fen={shown.fen}
            lastMove={shown.lastMove}
            orientation={orientation}
            coordinates
          />
        </div>
      )}
      <div ref={mount} className="live-board absolute! inset-0" />
    </div>
  );
}

type Changing = Pick<LiveBoardProps, 'shown' | 'orientation' | 'dests'>;

/** What changes as the game goes on. */
function configFor({ shown, orientation, dests }: Changing): Config {
  const turn = turnOf(shown.fen);
  const { lastMove } = shown;
  return {
    fen: shown.fen,
    orientation,
    turnColor: turn,
    check: shown.check ?? false,
    lastMove: lastMove ? [lastMove.slice(0, 2) as Key, lastMove.slice(2, 4) as Key] : [],
    // The side that is not to move can't: so nothing can be picked up where nothing may be moved.
    movable: { free: false, color: dests ? turn : opposite(turn), dests: new Map(dests) as Dests },
  };
}

/** What stays. */
function fixed(): Config {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    coordinates: false,
    disableContextMenu: true,
    animation: { enabled: !still, duration: 180 },
    premovable: { enabled: false },
    draggable: { showGhost: true },
    drawable: { enabled: true },
  };
}
