'use client';

import type { GameView } from '../../contract/game/index.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { gameText } from '../../generated/texts/game.ts';
import { moveNumber, numberingOf } from '../../rules/index.ts';
import { usernameOf } from '../game-list/seats.ts';
import { Countdown } from './clock/countdown.tsx';
import { absenceText, claimText, firstMoveText } from './status/urgent-texts.ts';
import type { Offer, ViewerState } from './status/viewer-state.ts';
import type { GamePage } from './use-game-page.ts';

type Running = Extract<ViewerState, { type: 'running' }>;

/** The second line for a game in progress: the most urgent of what there is to say. */
export function StatusDetail({ page, viewerState }: { page: GamePage; viewerState: Running }) {
  const { game, seats, clock, claims, dueAtMs } = page;
  const { turn, mine, waitingFor, draw, takeback } = viewerState;
  if (claims.absence) return claimText(game, seats, claims.canWin);
  const offer = offerText(game, 'draw', draw) ?? offerText(game, 'takeback', takeback);
  if (offer) return offer;
  if (claims.claimableAtMs !== null) {
    return (
      <Countdown
        clock={clock}
        untilMs={claims.claimableAtMs}
        text={(seconds) => absenceText(game, seats, seconds)}
      />
    );
  }
  const firstMove = game.status === 'playing' && game.moves.length < 2;
  if (firstMove && game.setup.timeControl.type === 'clock' && dueAtMs !== null) {
    return (
      <Countdown
        clock={clock}
        untilMs={dueAtMs}
        text={(seconds) => firstMoveText(mine ? 'you' : turn, seconds)}
      />
    );
  }
  if (game.status === 'open' && game.setup.host) return waitingText(game);
  const [free] = waitingFor;
  if (free && seats.length > 0) return gameText('status.waitingForColor', { color: free });
  if (free) return gameText('status.takeSeat');
  return game.moves.length === 0
    ? gameText('status.started')
    : gameText('status.moveNumber', {
        move: moveNumber(numberingOf(game.initialFen), game.moves.length),
      });
}

function offerText(game: GameView, what: 'draw' | 'takeback', offer: Offer): string | null {
  if (offer.type === 'none') return null;
  if (offer.type === 'made') return gameText(`offer.${what}`);
  return gameText(`event.${what}Offered`, {
    name: usernameOf(game, offer.by) ?? chessText(`color.${offer.by}`),
  });
}

/** An open game's host, and whom they challenge if anyone. */
function waitingText({ setup }: GameView): string {
  const { host, invited } = setup;
  const who = host?.username ?? '';
  return invited === null
    ? gameText('status.openChallenge', { host: who })
    : gameText('status.challenges', { host: who, invited });
}
