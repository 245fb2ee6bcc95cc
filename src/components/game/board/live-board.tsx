'use client';

import { Chessground } from 'chessground';
import type { Api } from 'chessground/api';
import type { Config } from 'chessground/config';
import { read, write } from 'chessground/fen';
import type { Dests, Key, MouchEvent } from 'chessground/types';
import { clsx } from 'clsx';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { turnOf } from '../../../contract/game/chess-time.ts';
import type { Color } from '../../../contract/game/index.ts';
import type { PocketRole } from '../../../rules/index.ts';
import { Coordinates } from '../../board/coordinates.tsx';
import type { Role } from '../../board/placement.ts';
import { StillBoard } from '../../board/still-board.tsx';
import { opposite } from '../../text/colors.ts';
import 'chessground/assets/chessground.base.css';
import './live-board.css';
import type { Shown } from '../moves/positions.ts';
import type { Plan } from './premoves.ts';

/** What other components can start on the board. */
export interface BoardHandle {
  /** Starts dragging a piece from the pocket. */
  readonly dragFromPocket: (color: Color, role: PocketRole, event: Event) => void;
}

export interface LiveBoardProps {
  /** A new object resets every piece to this position. */
  readonly shown: Shown;
  /** The premoves, shown as if they were made; null while the reader can't premove. */
  readonly plan: Plan | null;
  readonly orientation: Color;
  /** The legal targets of each piece; null while no piece may be moved. */
  readonly dests: ReadonlyMap<string, readonly string[]> | null;
  readonly coordinates: boolean;
  /** A piece was moved to one of its targets. The result arrives in `shown` or `plan`. */
  readonly onMove: (from: string, to: string) => void;
  /** A piece was dropped on an empty square, legally or not. */
  readonly onDrop: (role: Role, square: string) => void;
  /** The accessible name. */
  readonly label: string;
  readonly handle: RefObject<BoardHandle | null>;
}

/** The interactive board: pieces slide, and can be dragged or tapped where `dests` or the plan allows it. */
export function LiveBoard(props: LiveBoardProps) {
  const { shown, plan, orientation, dests, coordinates, label, handle } = props;
  const mount = useRef<HTMLDivElement>(null);
  const board = useRef<Api | null>(null);
  const [ready, setReady] = useState(false);
  const onMove = useEffectEvent((from: string, to: string) => props.onMove(from, to));
  const onDrop = useEffectEvent((role: Role, key: string) => props.onDrop(role, key));
  const config = useEffectEvent(() => configFor(props));

  useEffect(() => {
    if (!mount.current) return;
    const api = Chessground(mount.current, { ...fixed(), ...config() });
    api.set({
      movable: {
        events: {
          after: (from, to) => onMove(from, to),
          afterNewPiece: (role, key) => onDrop(role, key),
        },
      },
    });
    board.current = api;
    handle.current = {
      dragFromPocket: (color, role, event) =>
        api.dragNewPiece({ color, role }, event as MouchEvent),
    };
    setReady(true);
    return () => {
      handle.current = null;
      api.destroy();
    };
  }, [handle]);

  useEffect(() => {
    const api = board.current;
    if (!api) return;
    const { fen, ...rest } = configFor({ shown, plan, orientation, dests });
    // Setting the same position again would erase the arrows drawn on it.
    const same = fen !== undefined && write(read(fen)) === api.getFen();
    api.set(same ? rest : { ...rest, ...(fen !== undefined && { fen }) });
  }, [shown, plan, orientation, dests]);

  const fen = plan?.fen ?? shown.fen;
  return (
    <div
      role="img"
      aria-label={label}
      className={clsx('board @container', (dests || plan) && 'touch-none', plan && 'planning')}
    >
      {ready ? (
        coordinates && <Coordinates orientation={orientation} />
      ) : (
        <StillBoard
          fen={fen}
          lastMove={shown.lastMove}
          orientation={orientation}
          className="absolute! inset-0"
        >
          {coordinates && <Coordinates orientation={orientation} />}
        </StillBoard>
      )}
      {/* Chessground adds classes to this element, so React must never change its className. */}
      <div ref={mount} className="live-board absolute! inset-0" />
    </div>
  );
}

type Changing = Pick<LiveBoardProps, 'shown' | 'plan' | 'orientation' | 'dests'>;

/** The options that change during a game. */
function configFor({ shown, plan, orientation, dests }: Changing): Config {
  const fen = plan?.fen ?? shown.fen;
  const turn = turnOf(fen);
  const targets = plan?.dests ?? dests;
  return {
    fen,
    orientation,
    turnColor: turn,
    check: shown.check ?? false,
    lastMove: squaresOf(shown.lastMove),
    highlight: { custom: new Map(plan?.squares.map((square) => [square as Key, 'premove'])) },
    // Without targets the other side gets the right to move, which Chessground never allows out of turn.
    movable: {
      free: false,
      color: targets ? turn : opposite(turn),
      dests: new Map(targets) as Dests,
    },
  };
}

/** The squares that a move in UCI touches. */
function squaresOf(uci: string | null): Key[] {
  if (uci === null) return [];
  const to = uci.slice(2, 4) as Key;
  return uci[1] === '@' ? [to] : [uci.slice(0, 2) as Key, to];
}

/** The options that stay the same. */
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
