import type { GameView, Presence } from '../../contract/game/index.ts';
import { lazy } from '../hooks/lazy.tsx';
import { setupText } from '../text/setup-text.ts';
import type { ServerClock } from './clock/server-clock.ts';
import { ConnectionDot } from './connection-dot.tsx';
import { Spectators } from './player/spectators.tsx';

/** The table of openings has 23 kB (gzip): it comes after the first paint. */
const OpeningName = lazy(() => import('./opening-name.tsx').then((part) => part.prepared()));

export interface GameInfoProps {
  readonly game: GameView;
  readonly presence: Presence | null;
  readonly clock: ServerClock;
}

/** The game's name and settings, and its spectators. */
export function GameInfo({ game, presence, clock }: GameInfoProps) {
  return (
    <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4 shadow-card">
      <div>
        <h1 className="wrap-anywhere font-[650] text-lg leading-snug tracking-[-0.015em]">
          {game.gameName}
        </h1>
        <p className="mt-0.5 text-muted text-sm">{setupText(game.setup)}</p>
        {game.setup.variant === 'standard' && (
          // Its place is kept free: it comes later, and changes.
          <p className="mt-0.5 min-h-10 text-muted text-sm leading-5">
            <OpeningName game={game} />
          </p>
        )}
      </div>
      <div className="game-facts flex items-center gap-x-4 gap-y-1.5 text-muted text-sm">
        <Spectators presence={presence} />
        <ConnectionDot clock={clock} />
      </div>
    </div>
  );
}
