'use client';

import { clsx } from 'clsx';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import type { Color } from '../../contract/game/index.ts';
import { gameText } from '../../generated/texts/game.ts';
import { checksLeft as checksLeftIn, type PocketRole, pockets } from '../../rules/index.ts';
import { usernameOf } from '../game-list/seats.ts';
import { lazy } from '../hooks/lazy.tsx';
import { useEscape } from '../hooks/use-escape.ts';
import { useLoaded } from '../hooks/use-loaded.ts';
import { useSetting } from '../settings/settings.ts';
import { opposite } from '../text/colors.ts';
import { positionText } from '../text/position-text.ts';
import { LazyBoard } from './board/lazy-board.tsx';
import type { BoardHandle } from './board/live-board.tsx';
import { materialOf } from './player/material.ts';
import { PlayerPlate } from './player/player-plate.tsx';
import type { GamePage } from './use-game-page.ts';

// Most games don't need these at once. The overlays are fetched early all the same: a promotion must not wait for them.
const Pocket = lazy(
  () => import('./board/pocket.tsx').then((loaded) => loaded.Pocket),
  <div className="pocket h-10" />,
);
const loadOverlays = () =>
  import('./board/board-overlays.tsx').then((loaded) => loaded.BoardOverlays);

/** The board with its overlays, between the two players. */
export function GameBoard({ page, orientation }: { page: GamePage; orientation: Color }) {
  const { game, seats, viewerState, presence, steps, shown, input } = page;
  const { variant } = game.setup;
  const Overlays = useLoaded(loadOverlays);
  const handle = useRef<BoardHandle>(null);
  const coordinates = useSetting('coordinates');
  const [chosen, setChosen] = useState<PocketRole | null>(null);
  useEscape(input.premoves > 0, input.clearPremoves);
  const past = steps.cursor.type === 'past';
  const held = variant === 'crazyhouse' ? pockets(shown.fen) : null;
  const checksLeft = variant === 'threeCheck' ? checksLeftIn(shown.fen) : null;
  const material = useMemo(
    () => (variant === 'crazyhouse' || variant === 'horde' ? null : materialOf(shown.fen)),
    [shown.fen, variant],
  );
  const mayDrop = input.dests !== null || input.plan !== null;
  const dropping = mayDrop ? chosen : null;

  const side = (color: Color, above: boolean) => (
    <>
      {held && !above && pocket(color)}
      <PlayerPlate
        game={game}
        color={color}
        clock={page.clock}
        online={presence?.[color] ?? null}
        toMove={
          viewerState.type === 'running' &&
          viewerState.turn === color &&
          usernameOf(game, color) !== null
        }
        you={seats.includes(color)}
        material={material?.[color] ?? null}
        checksLeft={checksLeft?.[color] ?? null}
      />
      {held && above && pocket(color)}
    </>
  );
  const pocket = (color: Color) =>
    held && (
      <Pocket
        color={color}
        held={held[color]}
        chosen={dropping}
        onChoose={mayDrop && seats.includes(color) ? setChosen : null}
        onDrag={(role, event) => handle.current?.dragFromPocket(color, role, event)}
      />
    );
  // The right button clears the premoves; without premoves it draws arrows.
  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 2 || input.premoves === 0) return;
    event.stopPropagation();
    input.clearPremoves();
  };

  return (
    <div className={clsx('game-board', held && 'with-pockets')}>
      {side(opposite(orientation), true)}
      <div className={clsx('game-frame', past && 'past')} onMouseDownCapture={onMouseDown}>
        <LazyBoard
          shown={shown}
          plan={input.plan}
          orientation={orientation}
          dests={input.dests}
          coordinates={coordinates}
          onMove={input.move}
          onDrop={input.drop}
          handle={handle}
          label={boardText(shown, past)}
        />
        {Overlays && (
          <Overlays
            input={input}
            variant={variant}
            orientation={orientation}
            dropping={dropping}
            onDropped={() => setChosen(null)}
          />
        )}
      </div>
      {side(orientation, false)}
    </div>
  );
}

/** The board's label for screen readers. */
function boardText({ ply, fen }: { ply: number; fen: string }, past: boolean): string {
  const position = positionText(fen);
  return past
    ? gameText('board.labelAfterPly', { ply, position })
    : gameText('board.label', { position });
}
