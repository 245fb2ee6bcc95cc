'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import type { Color } from '../../contract/game.ts';
import { usernameOf } from '../lobby/seats.ts';
import { opposite } from '../text/endings.ts';
import { positionWords } from '../text/position-words.ts';
import { Alert } from '../ui/alert.tsx';
import { GameFoot } from './game-foot.tsx';
import { GameInfo } from './game-info.tsx';
import { GameStatus } from './game-status.tsx';
import './game-screen.css';
import { LiveBoard } from './live-board.tsx';
import { materialOf } from './material.ts';
import { MoveList } from './move-list.tsx';
import { PlayerPlate } from './player-plate.tsx';
import { PromotionDialog } from './promotion-dialog.tsx';
import { StepBar } from './step-bar.tsx';
import { type GamePageModel, useGamePage } from './use-game-page.ts';
import { useSounds } from './use-sounds.ts';
import { useTitle } from './use-title.ts';

/** A game: the board between its players, the moves and what a player can do beside it. */
export function GameScreen(model: GamePageModel) {
  const page = useGamePage(model);
  const { game, seats, standing, presence, steps, shown } = page;
  const [flipped, setFlipped] = useState(false);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const own = seats.length === 1 && seats[0] === 'black' ? 'black' : 'white';
  const orientation = flipped ? opposite(own) : own;
  const material = materialOf(shown.fen);
  const past = steps.cursor.type === 'past';
  useSounds(game);
  useTitle(game, standing.type === 'running' && standing.mine);

  const plate = (color: Color) => (
    <PlayerPlate
      color={color}
      username={usernameOf(game, color)}
      online={presence?.[color] ?? null}
      toMove={
        standing.type === 'running' && standing.turn === color && usernameOf(game, color) !== null
      }
      won={standing.type === 'over' && standing.ending.winner === color}
      you={seats.includes(color)}
      material={material[color]}
    />
  );

  return (
    <div className="game-screen">
      <div className="game-board">
        {plate(opposite(orientation))}
        <div ref={setFrame} className={clsx('game-frame', past && 'past')}>
          <LiveBoard
            shown={shown}
            orientation={orientation}
            dests={page.dests}
            onMove={page.move}
            label={`Chess board${past ? `, after ply ${shown.ply}` : ''}. ${positionWords(shown.fen)}`}
          />
          <PromotionDialog
            promotion={page.promotion}
            orientation={orientation}
            board={frame}
            onChoose={page.promote}
            onCancel={() => page.promote(null)}
          />
        </div>
        {plate(orientation)}
      </div>
      <div className="game-panel">
        {page.broken && <Alert>{page.broken}</Alert>}
        <GameStatus
          game={game}
          standing={standing}
          seated={seats.length > 0}
          delayed={page.delayed}
          refusal={page.refusal}
        />
        <GameFoot page={page} username={model.username} />
        <StepBar steps={steps} length={game.moves.length} onFlip={() => setFlipped(!flipped)} />
        <MoveList moves={game.moves} ply={steps.ply} goTo={steps.goTo} />
      </div>
      <div className="game-info">
        <GameInfo game={game} presence={presence} />
      </div>
      <p aria-live="polite" className="sr-only">
        {page.announcement}
      </p>
    </div>
  );
}
