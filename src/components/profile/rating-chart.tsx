import type { RatingStep } from '../../contract/game/ratings.ts';
import { profileText } from '../../generated/texts/profile.ts';

const WIDTH = 160;
const HEIGHT = 56;
const EDGE = 4;

/** The course of a rating over its last games, drawn on the server; its title describes it to screen readers. */
export function RatingChart({ steps }: { steps: readonly RatingStep[] }) {
  if (steps.length < 2) return null;
  const ratings = steps.map(({ rating }) => rating);
  const [low, high] = [Math.min(...ratings), Math.max(...ratings)];
  const [first, last] = [ratings[0] ?? 0, ratings.at(-1) ?? 0];
  const x = (at: number) => EDGE + (at / (steps.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (rating: number) =>
    HEIGHT - EDGE - ((rating - low) / Math.max(1, high - low)) * (HEIGHT - 2 * EDGE);
  const line = ratings.map((rating, at) => `${x(at).toFixed(1)},${y(rating).toFixed(1)}`).join(' ');
  return (
    <svg
      role="img"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="ml-auto h-14 w-40 shrink-0 text-feather max-sm:w-28"
      preserveAspectRatio="none"
    >
      <title>
        {profileText('ratings.history', { length: steps.length, first, last, low, high })}
      </title>
      <polyline
        points={line}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
