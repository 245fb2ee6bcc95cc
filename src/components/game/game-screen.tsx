'use client';

import { useState } from 'react';
import { opposite } from '../text/colors.ts';
import { Alert } from '../ui/alert.tsx';
import { GameBoard } from './game-board.tsx';
import { GameFoot } from './game-foot.tsx';
import { GameInfo } from './game-info.tsx';
import { GameStatus } from './game-status.tsx';
import './game-screen.css';
import { useKeys } from '../hooks/use-keys.ts';
import { LazyChat } from './lazy-chat.tsx';
import { MoveList } from './moves/move-list.tsx';
import { StepBar } from './moves/step-bar.tsx';
import { useTitle } from './status/use-title.ts';
import { type GamePageModel, useGamePage } from './use-game-page.ts';

/** A game: the board between its players, the moves and what a player can do beside it. */
export function GameScreen(model: GamePageModel) {
  const page = useGamePage(model);
  const { game, seats, viewerState, presence, steps } = page;
  const [flipped, setFlipped] = useState(false);
  // In Racing Kings both sides run upwards, so both see the board as White does.
  const asBlack =
    seats.length === 1 && seats[0] === 'black' && game.setup.variant !== 'racingKings';
  const own = asBlack ? 'black' : 'white';
  useKeys({ f: () => setFlipped(!flipped) });
  useTitle(game, viewerState.type === 'running' && viewerState.mine);

  return (
    <div className="game-screen">
      <GameBoard page={page} orientation={flipped ? opposite(own) : own} />
      <div className="game-panel">
        {page.broken && <Alert>{page.broken}</Alert>}
        <GameStatus page={page} />
        <GameFoot page={page} username={model.username} origin={model.origin ?? ''} />
        <StepBar steps={steps} length={game.moves.length} onFlip={() => setFlipped(!flipped)} />
        <MoveList game={game} ply={steps.ply} goTo={steps.goTo} />
      </div>
      <LazyChat game={game} username={model.username} />
      <div className="game-info">
        <GameInfo game={game} presence={presence} clock={page.clock} />
      </div>
      <p aria-live="polite" className="sr-only">
        {page.announcement}
      </p>
      <p aria-live="polite" className="sr-only">
        {page.urgent}
      </p>
    </div>
  );
}
