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
  readonly actions: GameActionSender;
  readonly claims: Claims;
}

/** Either side may offer a draw once both have moved (E-3), and resign rather than abort (E-4). */
const BOTH_MOVED = 2;

/** A player's actions: always one row, so that nothing moves under a finger. */
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

/** The claims, or the answers to the opponent's offer; if there are none, the offers that the player can make. */
function Answers(props: GameActionsProps) {
  const { viewerState, actions, claims } = props;
  const { waiting, send } = actions;
  if (claims.absence) {
    return (
      <Fragment key="claim">
        {claims.canWin && (
          <AnswerButton
            text={gameText('actions.claimWin')}
            tone="primary"
            waiting={waiting === 'claimWin'}
            onClick={() => send('claimWin')}
          />
        )}
        <AnswerButton
          text={gameText('actions.claimDraw')}
          tone={claims.canWin ? 'plain' : 'primary'}
          waiting={waiting === 'claimAbsenceDraw'}
          onClick={() => send('claimAbsenceDraw')}
        />
      </Fragment>
    );
  }
  if (viewerState.draw.type === 'received') {
    return (
      <Fragment key="draw">
        <AnswerButton
          text={gameText('draw.accept')}
          tone="primary"
          waiting={waiting === 'acceptDraw'}
          onClick={() => send('acceptDraw')}
        />
        <AnswerButton
          text={gameText('draw.decline')}
          waiting={waiting === 'declineDraw'}
          onClick={() => send('declineDraw')}
        />
      </Fragment>
    );
  }
  if (viewerState.takeback.type === 'received') {
    return (
      <Fragment key="takeback">
        <AnswerButton
          text={gameText('actions.accept')}
          label={gameText('takeback.accept')}
          tone="primary"
          waiting={waiting === 'acceptTakeback'}
          onClick={() => send('acceptTakeback')}
        />
        <AnswerButton
          text={gameText('actions.decline')}
          label={gameText('takeback.decline')}
          waiting={waiting === 'declineTakeback'}
          onClick={() => send('declineTakeback')}
        />
      </Fragment>
    );
  }
  return <Offers {...props} />;
}

const hasBegun = ({ moves, status }: GameView) =>
  moves.length >= BOTH_MOVED && status === 'playing';

function Offers(props: GameActionsProps) {
  const { game, seats, viewerState, actions } = props;
  const { waiting, send } = actions;
  const { rated, timeControl } = game.setup;
  const solo = seats.length === 2;
  return (
    <>
      <DrawButton {...props} />
      {viewerState.takeback.type === 'made' ? (
        <AnswerButton
          text={gameText('takeback.cancel')}
          icon={X}
          waiting={waiting === 'cancelTakeback'}
          onClick={() => send('cancelTakeback')}
        />
      ) : (
        !rated && <TakebackButton {...props} />
      )}
      {!rated && timeControl.type === 'clock' && !solo && (
        <ActionButton
          text={gameText('giveTime.text')}
          label={gameText('giveTime.label')}
          icon={TimerReset}
          waiting={waiting === 'giveTime'}
          unable={hasBegun(game) ? undefined : gameText('giveTime.tooEarly')}
          onClick={() => send('giveTime')}
        />
      )}
    </>
  );
}

/** Claims a draw where it can be claimed, else offers one. */
function DrawButton({ game, viewerState, actions: { waiting, send }, claims }: GameActionsProps) {
  if (claims.threefold) {
    return (
      <AnswerButton
        text={gameText('actions.claimDraw')}
        tone="primary"
        icon={Handshake}
        waiting={waiting === 'claimDraw'}
        onClick={() => send('claimDraw')}
      />
    );
  }
  const made = viewerState.draw.type === 'made';
  const unable = made ? '' : undefined;
  return (
    <ActionButton
      text={gameText(made ? 'draw.offered.text' : 'draw.text')}
      label={gameText(made ? 'draw.offered.label' : 'draw.label')}
      icon={Handshake}
      waiting={waiting === 'offerDraw'}
      unable={hasBegun(game) ? unable : gameText('draw.tooEarly')}
      onClick={() => send('offerDraw')}
    />
  );
}

function TakebackButton({
  game,
  seats,
  viewerState,
  actions: { waiting, send },
}: GameActionsProps) {
  const plies = viewerState.mine && seats.length !== 2 ? 2 : 1;
  const able = game.status === 'playing' && game.moves.length >= plies;
  return (
    <ActionButton
      text={gameText('takeback.text')}
      label={gameText('takeback.label')}
      icon={Undo2}
      waiting={waiting === 'offerTakeback'}
      unable={able ? undefined : gameText('takeback.tooEarly')}
      onClick={() => send('offerTakeback')}
    />
  );
}

/** Abort before both have moved, resign from then on; games of the API can be resigned at once (E-4). */
function Leave({ game, actions: { waiting, send } }: GameActionsProps) {
  return game.moves.length < BOTH_MOVED && policyOf(game.setup).abortable ? (
    <ActionButton
      text={gameText('abort.text')}
      label={gameText('abort.label')}
      icon={CircleX}
      waiting={waiting === 'abort'}
      onClick={() => send('abort')}
    />
  ) : (
    <ResignDialog
      text={gameText('resign.text')}
      icon={Flag}
      waiting={waiting === 'resign'}
      onConfirm={() => send('resign')}
    />
  );
}
