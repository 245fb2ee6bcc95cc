import type { RatingLine, RatingStep } from '../../contract/game/ratings.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { profileText } from '../../generated/texts/profile.ts';
import { Section } from '../game-list/section.tsx';
import { RatingChart } from './rating-chart.tsx';

/** A rating with what the last games did to it. */
export interface RatingWithHistory extends RatingLine {
  readonly steps: readonly RatingStep[];
}

/** A player's ratings, one for each kind of game, each with its course. */
export function RatingCards({ ratings }: { ratings: readonly RatingWithHistory[] }) {
  if (ratings.length === 0) return null;
  return (
    <div className="mt-10">
      <Section title={profileText('ratings.title')}>
        <ul className="grid gap-3 sm:grid-cols-2">
          {ratings.map(({ variant, speed, rating, provisional, deviation, games, steps }) => (
            <li
              key={`${variant} ${speed}`}
              className="flex items-center gap-4 rounded-xl border border-line bg-surface p-4"
            >
              <div className="min-w-0">
                <p className="truncate text-muted text-sm">
                  {chessText(`speed.${speed}`)}
                  {variant !== 'standard' && ` · ${chessText(`variant.${variant}`)}`}
                </p>
                <p className="figures font-[680] text-2xl tracking-[-0.03em]">
                  {rating}
                  {provisional && (
                    <span
                      className="text-muted"
                      title={profileText('ratings.provisionalBy', { deviation: 2 * deviation })}
                    >
                      <span aria-hidden="true">?</span>
                      <span className="sr-only"> {profileText('ratings.provisional')}</span>
                    </span>
                  )}
                </p>
                <p className="text-muted text-xs">
                  {profileText('ratings.games', { count: games })}
                </p>
              </div>
              <RatingChart steps={steps} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
