'use client';

import type { GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';
import { JoinButtons } from '../../lobby/join-buttons.tsx';
import { VisitorActions } from '../../lobby/visitor-actions.tsx';
import { ActionButton } from './action-button.tsx';
import type { GameActionSender } from './use-game-actions.ts';

export interface OpenActionsProps {
  readonly game: GameView;
  /** The reader; null for a visitor who is not signed in. */
  readonly username: string | null;
  readonly actions: GameActionSender;
}

/** The actions on an open game: its host withdraws it, others accept or decline it or take a seat. */
export default function OpenActions({ game, username, actions }: OpenActionsProps) {
  const { host, invited } = game.setup;
  const { waiting, send } = actions;
  if (host === null) return <JoinButtons game={game} username={username} size="small" />;
  if (host.username === username) {
    return (
      <ActionButton
        text={gameText(invited === null ? 'open.cancel' : 'open.withdraw')}
        waiting={waiting === 'withdraw'}
        onClick={() => send('withdraw')}
      />
    );
  }
  if (invited !== null && invited !== username) return null;
  if (username === null) return <VisitorActions game={game} />;
  return (
    <div className="flex gap-2">
      <ActionButton
        text={gameText(invited === null ? 'open.join' : 'open.accept')}
        tone="primary"
        waiting={waiting === 'join'}
        onClick={() => send('join')}
      />
      {invited !== null && (
        <ActionButton
          text={gameText('actions.decline')}
          label={gameText('open.decline')}
          waiting={waiting === 'decline'}
          onClick={() => send('decline')}
        />
      )}
    </div>
  );
}
