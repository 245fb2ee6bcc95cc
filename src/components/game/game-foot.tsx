'use client';

import dynamic from 'next/dynamic';
import { buttonClass } from '../ui/button.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { GameActions } from './actions/game-actions.tsx';
import { NewOpponent } from './actions/new-opponent.tsx';
import { OverActions } from './actions/over-actions.tsx';
import { ConfirmMove } from './board/confirm-move.tsx';
import { MoveInput } from './board/move-input.tsx';
import { ExportButton } from './share/export-button.tsx';
import type { GamePage } from './use-game-page.ts';

const OpenActions = dynamic(() => import('./actions/open-actions.tsx'));

export interface GameFootProps {
  readonly page: GamePage;
  /** Who is looking; null for somebody not signed in. */
  readonly username: string | null;
}

/** What the reader can do now: play, take a seat, or go on to another game. Absent for who only watches. */
export function GameFoot({ page, username }: GameFootProps) {
  const { game, viewerState, seats, asking, claims, input } = page;
  if (viewerState.type === 'over') {
    return (
      <div className="game-foot flex flex-wrap gap-2 p-3">
        <OverActions game={game} rematch={viewerState.rematch} seats={seats} asking={asking} />
        {seats.length > 0 && <NewOpponent setup={game.setup} />}
        <PageLink href="/lobby" className={buttonClass('plain', 'small')}>
          Back to the lobby
        </PageLink>
        <ExportButton game={game} fen={page.shown.fen} />
      </div>
    );
  }
  const typeMove = (text: string) => {
    page.steps.goLive();
    return input.typeMove(text);
  };
  if (seats.length > 0) {
    return (
      <div className="game-foot flex flex-col-reverse sm:flex-col">
        <MoveInput onMove={typeMove} />
        {input.draft ? (
          <ConfirmMove san={input.draft.san} onAnswer={input.confirm} />
        ) : (
          <GameActions
            game={game}
            viewerState={viewerState}
            seats={seats}
            asking={asking}
            claims={claims}
          />
        )}
      </div>
    );
  }
  if (game.status !== 'open') return null;
  return (
    <div className="game-foot p-3">
      <OpenActions game={game} username={username} asking={asking} />
    </div>
  );
}
