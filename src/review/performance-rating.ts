/** A rated game of a player: the opponent's rating, and 1 for a win, 0.5 for a draw, 0 for a loss. */
export interface PerformanceGame {
  readonly opponentRating: number;
  readonly score: number;
}

/** FIDE's table 1.4.9: the rating difference for a score of 50 to 100 %, one for each whole per cent. */
const differences: readonly number[] = [
  0, 7, 14, 21, 29, 36, 43, 50, 57, 65, 72, 80, 87, 95, 102, 110, 117, 125, 133, 141, 149, 158, 166,
  175, 184, 193, 202, 211, 220, 230, 240, 251, 262, 273, 284, 296, 309, 322, 336, 351, 366, 383,
  401, 422, 444, 470, 501, 538, 589, 677, 800,
];

/** FIDE's rating difference (dp) for a score in whole per cent, 0 to 100 (PF-7). */
export function ratingDifference(percent: number): number {
  const size = differences[Math.abs(percent - 50)];
  if (size === undefined) throw new RangeError(`${percent} is no whole per cent from 0 to 100`);
  return percent < 50 ? -size : size;
}

/**
 * The performance rating (PF-7): the average of the opponents' ratings, rounded down, and FIDE's difference for the score,
 * rounded to whole per cent, half up.
 * @returns null without a game
 */
export function performanceRating(games: readonly PerformanceGame[]): number | null {
  if (games.length === 0) return null;
  const ratings = games.reduce((sum, game) => sum + game.opponentRating, 0);
  const score = games.reduce((sum, game) => sum + game.score, 0);
  const percent = Math.round((100 * score) / games.length);
  return Math.floor(ratings / games.length) + ratingDifference(percent);
}
