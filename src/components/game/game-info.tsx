import { Eye } from 'lucide-react';
import type { GameView, Presence } from '../../contract/game.ts';
import { count } from '../text/count.ts';
import { setupWords } from '../text/game-words.ts';
import { ConnectionDot } from './connection-dot.tsx';
import { Invite } from './invite.tsx';

export interface GameInfoProps {
  readonly game: GameView;
  readonly presence: Presence | null;
}

/** What the game is, who looks on, and, while a seat is empty, the link that fills it. */
export function GameInfo({ game, presence }: GameInfoProps) {
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4 shadow-card">
      <div>
        <h1 className="wrap-anywhere font-[650] text-lg leading-snug tracking-[-0.015em]">
          {game.gameName}
        </h1>
        <p className="mt-0.5 text-muted text-sm">{setupWords(game.setup)}</p>
      </div>
      <div className="game-facts flex items-center gap-x-4 gap-y-1.5 text-muted text-sm">
        <p className="figures flex min-w-28 items-center gap-2">
          <Eye className="size-4" aria-hidden="true" />
          {presence === null ? 'Spectators' : count(presence.spectators, 'spectator')}
        </p>
        <ConnectionDot />
      </div>
      {game.status === 'open' && (
        <div className="border-line border-t pt-4">
          <Invite gameID={game.gameID} />
        </div>
      )}
    </div>
  );
}
