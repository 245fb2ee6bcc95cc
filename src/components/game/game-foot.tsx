'use client';

import dynamic from 'next/dynamic';
import { isVoid } from '../../contract/game/chess-time.ts';
import { gameText } from '../../generated/texts/game.ts';
import { useMyGames } from '../my-games/my-games-context.ts';
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
const Invite = dynamic(() => import('./actions/invite.tsx'));
const AccountOffer = dynamic(() => import('./actions/account-offer.tsx'));

export interface GameFootProps {
  readonly page: GamePage;
  /** The reader; null for a visitor who is not signed in. */
  readonly username: string | null;
  /** The origin of links to this server. */
  readonly origin: string;
}

/** What the reader can do now: play, take a seat, or go on to another game. Empty for a spectator. */
export function GameFoot({ page, username, origin }: GameFootProps) {
  const { game, viewerState, seats, actions, claims, input } = page;
  const { guest } = useMyGames();
  if (viewerState.type === 'over') {
    const { ending } = viewerState;
    return (
      <>
        {guest && seats.length > 0 && !isVoid(ending) && <AccountOffer gameID={game.gameID} />}
        <div className="game-foot flex flex-wrap gap-2 p-3">
          <OverActions game={game} rematch={viewerState.rematch} seats={seats} actions={actions} />
          {seats.length > 0 && <NewOpponent setup={game.setup} />}
          <PageLink href="/lobby" className={buttonClass('plain', 'small')}>
            {gameText('over.lobby')}
          </PageLink>
          <ExportButton game={game} fen={page.shown.fen} />
        </div>
      </>
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
            actions={actions}
            claims={claims}
          />
        )}
        {game.status === 'open' && (
          <div className="px-3 pb-3">
            <Invite link={`${origin}/game/${game.gameID}`} />
          </div>
        )}
      </div>
    );
  }
  if (game.status !== 'open') return null;
  return (
    <div className="game-foot flex flex-col gap-4 p-3">
      <OpenActions game={game} username={username} actions={actions} />
      <Invite link={`${origin}/game/${game.gameID}`} />
    </div>
  );
}
