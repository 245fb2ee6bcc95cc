import type { GameSummary } from '../../contract/game/index.ts';

/** A rating in figures, with a question mark while it is provisional. */
export const Strength = ({ of: { rating, provisional } }: StrengthProps) => (
  <span className="figures text-muted">
    {rating}
    {provisional && '?'}
  </span>
);

interface StrengthProps {
  readonly of: NonNullable<GameSummary['whiteRating']>;
}
