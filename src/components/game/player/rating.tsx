import { clsx } from 'clsx';
import type { Color, GameView } from '../../../contract/game/index.ts';
import { gameText } from '../../../generated/texts/game.ts';

export interface RatingProps {
  readonly game: Pick<GameView, 'whiteRating' | 'blackRating' | 'ratings'>;
  readonly color: Color;
}

/** A player's rating when the game began, with `?` if it was provisional, and its change by the game. */
export function Rating({ game, color }: RatingProps) {
  const seat = color === 'white' ? game.whiteRating : game.blackRating;
  const change = game.ratings?.[color];
  if (!seat) return null;
  const { rating, provisional } = seat;
  return (
    <span className="figures shrink-0 text-muted text-sm">
      <span aria-hidden="true" title={provisional ? gameText('player.provisional') : undefined}>
        {rating}
        {provisional && '?'}
      </span>
      <span className="sr-only">{gameText('player.rating', { rating, provisional })}</span>
      {change && <Change by={change.after - change.before} />}
    </span>
  );
}

function Change({ by }: { by: number }) {
  return (
    <span className={clsx('ml-1 font-[600]', by > 0 && 'text-good', by < 0 && 'text-bad')}>
      {signed(by)}
    </span>
  );
}

/** `+8`, `−5`, `±0`. */
export const signed = (by: number): string => (by === 0 ? '±0' : by > 0 ? `+${by}` : `−${-by}`);
