'use client';

import { Flag, Handshake } from 'lucide-react';
import type { GameView } from '../../contract/game.ts';
import { Button } from '../ui/button.tsx';
import { ResignDialog } from './resign-dialog.tsx';
import type { DrawOffer } from './standing.ts';
import { useGameActions } from './use-game-actions.ts';

export interface GameActionsProps {
  readonly game: GameView;
  readonly offer: DrawOffer;
  readonly onRefused: (message: string) => void;
}

/** Either side may offer a draw once both have moved (E-3). */
const FIRST_OFFER_PLY = 2;

/** What a player can do besides moving: one row, whatever is offered. */
export function GameActions({ game, offer, onRefused }: GameActionsProps) {
  const { waiting, resign, offerDraw, acceptDraw, declineDraw } = useGameActions(
    game.gameID,
    onRefused,
  );
  const early = game.moves.length < FIRST_OFFER_PLY || game.status !== 'playing';
  return (
    <div className="flex gap-2 p-3 pt-1.5 *:flex-auto *:px-2.5">
      {offer.type === 'received' ? (
        <>
          <Button size="small" tone="primary" waiting={waiting} onClick={acceptDraw}>
            Accept draw
          </Button>
          <Button size="small" waiting={waiting} onClick={declineDraw}>
            Decline draw
          </Button>
        </>
      ) : (
        <Button
          size="small"
          waiting={waiting}
          disabled={early || offer.type === 'made'}
          data-unable={early || offer.type === 'made' || undefined}
          title={early ? 'A draw can be offered once both sides have moved' : undefined}
          onClick={offerDraw}
        >
          <Handshake className="size-4" aria-hidden="true" />
          {offer.type === 'made' ? 'Draw offered' : 'Offer draw'}
        </Button>
      )}
      <ResignDialog waiting={waiting} onConfirm={resign}>
        <Flag className="size-4" aria-hidden="true" />
        Resign
      </ResignDialog>
    </div>
  );
}
