import { clsx } from 'clsx';
import { isVoid } from '../../contract/game/chess-time.ts';
import type { Color, GameView } from '../../contract/game/index.ts';
import { gameText } from '../../generated/texts/game.ts';
import { endingText, scoreOf } from '../text/endings.ts';
import { signed } from './player/rating.tsx';
import { headline } from './status/viewer-state.ts';
import { StatusDetail } from './status-detail.tsx';
import type { GamePage } from './use-game-page.ts';

/** The game's state in two lines of constant height. The result is a live region of its own. */
export function GameStatus({ page }: { page: GamePage }) {
  const { game, viewerState, seats, delayed, error, transient, input } = page;
  return (
    <div className="relative flex h-17 flex-col justify-center px-4">
      <div role="status">
        {viewerState.type === 'over' && (
          <p className="flex items-center gap-3">
            <span className="figures rounded-md bg-feather px-2 py-0.5 font-[650] text-on-feather">
              {scoreOf(viewerState.ending)}
            </span>
            <strong className="font-[650] leading-6">
              {endingText(viewerState.ending, game.setup.variant)}
            </strong>
          </p>
        )}
      </div>
      {viewerState.type === 'running' && (
        <p className={clsx('font-[650] leading-6', viewerState.mine && 'text-lamp-ink')}>
          {headline(viewerState, seats.length > 0 || game.setup.host !== null)}
        </p>
      )}
      <p
        {...(error && { role: 'alert' })}
        className={clsx('min-h-5 text-sm leading-5', error ? 'text-bad' : 'text-muted')}
      >
        {error ??
          (delayed ? (
            gameText('status.moveWaits')
          ) : transient ? (
            transient
          ) : viewerState.type === 'over' ? (
            resultDetail(game, seats)
          ) : (
            <StatusDetail page={page} viewerState={viewerState} />
          ))}
      </p>
      {input.premoves > 0 && (
        <button
          type="button"
          onClick={input.clearPremoves}
          className="absolute top-1.5 right-2 h-8 rounded-lg border border-line bg-surface px-3 font-[560] text-sm hover:bg-sunken pointer-coarse:h-10"
        >
          {gameText('premoves.cancel', { count: input.premoves })}
        </button>
      )}
    </div>
  );
}

/** The change of the reader's rating, or the length of the game. */
function resultDetail({ moves, ratings, ending }: GameView, seats: readonly Color[]): string {
  const [own] = seats;
  const change = own && ratings?.[own];
  if (change) {
    return gameText('status.yourRating', {
      before: change.before,
      after: change.after,
      change: signed(change.after - change.before),
    });
  }
  return ending && isVoid(ending)
    ? gameText('status.doesNotCount')
    : gameText('status.movesPlayed', { count: Math.ceil(moves.length / 2) });
}
