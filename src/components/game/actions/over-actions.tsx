'use client';

import { isVoid } from '../../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { buttonClass } from '../../ui/button.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import type { Offer } from '../status/viewer-state.ts';
import { ActionButton, AnswerButton } from './action-button.tsx';
import type { GameActionSender } from './use-game-actions.ts';

export interface OverActionsProps {
  readonly game: GameView;
  readonly rematch: Offer;
  readonly seats: readonly Color[];
  readonly actions: GameActionSender;
}

/** The rematch (E-7): its offer, the answers to it, or the link to it. */
export function OverActions({ game, rematch, seats, actions }: OverActionsProps) {
  const { waiting, send } = actions;
  if (game.rematchID !== null) {
    return (
      <PageLink href={`/game/${game.rematchID}`} className={buttonClass('primary', 'small')}>
        {gameText(seats.length > 0 ? 'rematch.play' : 'rematch.watch')}
      </PageLink>
    );
  }
  const { ending, whiteUsername, blackUsername } = game;
  const possible =
    seats.length === 1 &&
    ending &&
    !isVoid(ending) &&
    whiteUsername !== null &&
    blackUsername !== null;
  if (!possible) return null;
  if (rematch.type === 'received') {
    return (
      <>
        <AnswerButton
          text={gameText('rematch.accept')}
          tone="primary"
          waiting={waiting === 'acceptRematch'}
          onClick={() => send('acceptRematch')}
        />
        <AnswerButton
          text={gameText('actions.decline')}
          label={gameText('rematch.decline')}
          waiting={waiting === 'declineRematch'}
          onClick={() => send('declineRematch')}
        />
      </>
    );
  }
  if (rematch.type === 'made') {
    return (
      <AnswerButton
        text={gameText('rematch.cancel')}
        waiting={waiting === 'cancelRematch'}
        onClick={() => send('cancelRematch')}
      />
    );
  }
  return (
    <ActionButton
      text={gameText('rematch.offer')}
      tone="primary"
      waiting={waiting === 'offerRematch'}
      onClick={() => send('offerRematch')}
    />
  );
}
