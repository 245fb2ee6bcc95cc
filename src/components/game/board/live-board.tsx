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

/** What can be begun on the board from outside it. */
export interface BoardHandle {
  /** Puts a piece of the pocket under the pointer. */
  readonly dragFromPocket: (color: Color, role: PocketRole, event: Event) => void;
}

export interface LiveBoardProps {
  /** A new object puts every piece where it says, also back to where they were. */
  readonly shown: Shown;
  /** Moves planned ahead, shown as if they were made; null while there is nothing to plan. */
  readonly plan: Plan | null;
  readonly orientation: Color;
  /** Where the pieces that may be moved now can go; null when none may. */
  readonly dests: ReadonlyMap<string, readonly string[]> | null;
  readonly coordinates: boolean;
  /** A piece was moved to a square that it can go to. What becomes of it shows in `shown` or `plan`. */
  readonly onMove: (from: string, to: string) => void;
  /** A piece was dropped on an empty square, legally or not. */
  readonly onDrop: (role: Role, square: string) => void;
  /** What a screen reader says for the board. */
  readonly label: string;
  readonly handle: RefObject<BoardHandle | null>;
}

/** The board of a game: pieces slide, and can be dragged or tapped where `dests` or the plan allows it. */
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
    // A position that stands there already isn't set again: that would wipe out the arrows drawn on it.
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
      {/* Chessground has classes of its own on it, so React must never change them. */}
      <div ref={mount} className="live-board absolute! inset-0" />
    </div>
  );
}

type Changing = Pick<LiveBoardProps, 'shown' | 'plan' | 'orientation' | 'dests'>;

/** What changes as the game goes on. */
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
    // The side that is not to move can't: so nothing can be picked up where nothing may be moved.
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
