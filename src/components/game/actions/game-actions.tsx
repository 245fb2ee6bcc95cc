'use client';

import { CircleX, Flag, Handshake, TimerReset, Undo2, X } from 'lucide-react';
import { Fragment, useRef } from 'react';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { policyOf } from '../../../contract/game/policy.ts';
import { gameText } from '../../../generated/texts/game.ts';
import type { Claims } from '../status/use-claims.ts';
import type { ViewerState } from '../status/viewer-state.ts';
import { ActionButton, AnswerButton } from './action-button.tsx';
import { ResignDialog } from './resign-dialog.tsx';
import type { GameActionSender } from './use-game-actions.ts';
import { useKeptFocus } from './use-kept-focus.ts';

export interface GameActionsProps {
  readonly game: GameView;
  readonly viewerState: Extract<ViewerState, { type: 'running' }>;
  readonly seats: readonly Color[];
  readonly asking: GameActionSender;
  readonly claims: Claims;
}

/** Either side may offer a draw once both have moved (E-3), and resign rather than abort (E-4). */
const BOTH_MOVED = 2;

/** What a player can do besides moving: one row, whatever is offered, so that nothing moves under a finger. */
export function GameActions(props: GameActionsProps) {
  const row = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={row}
      tabIndex={-1}
      {...useKeptFocus(row)}
      className="game-actions flex outline-none gap-2 p-3 pt-1.5 *:flex-auto [&>:not(dialog)]:px-2.5"
    >
      <Answers {...props} />
      <Leave {...props} />
    </div>
  );
}

/** What may be claimed, or the answers to what the opponent asks; else what may be asked. */
function Answers(props: GameActionsProps) {
  const { viewerState, asking, claims } = props;
  const { waiting, ask } = asking;
  if (claims.absence) {
    return (
      <Fragment key="claim">
        {claims.canWin && (
          <AnswerButton
            text={gameText('actions.claimWin')}
            tone="primary"
            waiting={waiting === 'claimWin'}
            onClick={() => ask('claimWin')}
          />
        )}
        <AnswerButton
          text={gameText('actions.claimDraw')}
          tone={claims.canWin ? 'plain' : 'primary'}
          waiting={waiting === 'claimAbsenceDraw'}
          onClick={() => ask('claimAbsenceDraw')}
        />
      </Fragment>
    );
  }
  if (viewerState.draw.type === 'received') {
    return (
      <Fragment key="draw">
        <AnswerButton
          text={gameText('actions.acceptDraw')}
          tone="primary"
          waiting={waiting === 'acceptDraw'}
          onClick={() => ask('acceptDraw')}
        />
        <AnswerButton
          text={gameText('actions.declineDraw')}
          waiting={waiting === 'declineDraw'}
          onClick={() => ask('declineDraw')}
        />
      </Fragment>
    );
  }
  if (viewerState.takeback.type === 'received') {
    return (
      <Fragment key="takeback">
        <AnswerButton
          text={gameText('actions.accept')}
          label={gameText('actions.acceptTakeback')}
          tone="primary"
          waiting={waiting === 'acceptTakeback'}
          onClick={() => ask('acceptTakeback')}
        />
        <AnswerButton
          text={gameText('actions.decline')}
          label={gameText('actions.declineTakeback')}
          waiting={waiting === 'declineTakeback'}
          onClick={() => ask('declineTakeback')}
        />
      </Fragment>
    );
  }
  return <Asks {...props} />;
}

function Asks({ game, viewerState, seats, asking, claims }: GameActionsProps) {
  const { waiting, ask } = asking;
  const { rated, timeControl } = game.setup;
  const ply = game.moves.length;
  const begun = ply >= BOTH_MOVED && game.status === 'playing';
  const made = viewerState.draw.type === 'made';
  const asked = viewerState.takeback.type === 'made';
  const solo = seats.length === 2;
  const back = viewerState.mine && !solo ? 2 : 1;
  return (
    <>
      {claims.threefold ? (
        <AnswerButton
          text={gameText('actions.claimDraw')}
          tone="primary"
          icon={Handshake}
          waiting={waiting === 'claimDraw'}
          onClick={() => ask('claimDraw')}
        />
      ) : (
        <ActionButton
          text={made ? gameText('actions.offered') : gameText('actions.draw')}
          label={made ? gameText('actions.drawOffered') : gameText('actions.offerDraw')}
          icon={Handshake}
          waiting={waiting === 'offerDraw'}
          unable={begun ? (made ? '' : undefined) : gameText('actions.aDrawCanBeOffered')}
          onClick={() => ask('offerDraw')}
        />
      )}
      {asked && (
        <AnswerButton
          text={gameText('actions.cancelTakeback')}
          icon={X}
          waiting={waiting === 'cancelTakeback'}
          onClick={() => ask('cancelTakeback')}
        />
      )}
      {!rated && !asked && (
        <ActionButton
          text={gameText('actions.takeback')}
          label={gameText('actions.askForATakeback')}
          icon={Undo2}
          waiting={waiting === 'offerTakeback'}
          unable={
            game.status === 'playing' && ply >= back
              ? undefined
              : gameText('actions.youHaveNoMoveTo')
          }
          onClick={() => ask('offerTakeback')}
        />
      )}
      {!rated && timeControl.type === 'clock' && !solo && (
        <ActionButton
          text={gameText('actions.giveTime')}
          label={gameText('actions.giveYourOpponent15S')}
          icon={TimerReset}
          waiting={waiting === 'giveTime'}
          unable={begun ? undefined : gameText('actions.theClocksDontRunYet')}
          onClick={() => ask('giveTime')}
        />
      )}
    </>
  );
}

/** Abort before both have moved, resign from then on; games of the API can be resigned at once (E-4). */
function Leave({ game, asking: { waiting, ask } }: GameActionsProps) {
  return game.moves.length < BOTH_MOVED && policyOf(game.setup).abortable ? (
    <ActionButton
      text={gameText('actions.abort')}
      label={gameText('actions.abortTheGame')}
      icon={CircleX}
      waiting={waiting === 'abort'}
      onClick={() => ask('abort')}
    />
  ) : (
    <ResignDialog
      text={gameText('actions.resign')}
      icon={Flag}
      waiting={waiting === 'resign'}
      onConfirm={() => ask('resign')}
    />
  );
}
