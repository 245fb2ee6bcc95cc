/**
 * Glicko-2 by its published formula (Mark E. Glickman, “Example of the Glicko-2 system”, 2022), a rating period being one
 * game. The deviation grows with the time since the last game, as the paper's step 6 lets it for whole periods.
 */

/** A rating with its uncertainty. `rating` and `deviation` are on Glicko's scale (1500, 350). */
export interface Strength {
  readonly rating: number;
  readonly deviation: number;
  readonly volatility: number;
}

/** The initial strength of a player without games. */
export const newcomer: Strength = { rating: 1500, deviation: 350, volatility: 0.06 };

/** Glicko-2's system constant: limits how fast volatility changes. */
const TAU = 0.5;
const SCALE = 173.7178;
const LEAST_DEVIATION = 45;
const EPSILON = 0.000001;

/** A deviation above this marks a rating as provisional. */
export const PROVISIONAL_DEVIATION = 110;

/** One opponent and the result: 1, 0.5 or 0. */
export interface Score {
  readonly opponent: Strength;
  readonly score: number;
}

const g = (phi: number): number => 1 / Math.sqrt(1 + (3 * phi * phi) / (Math.PI * Math.PI));

const expected = (mu: number, muJ: number, phiJ: number): number =>
  1 / (1 + Math.exp(-g(phiJ) * (mu - muJ)));

/**
 * The strength after these games.
 * @param periods rating periods since the last game, for which the deviation grows; 1 right after a game
 */
export function rate(player: Strength, scores: readonly Score[], periods = 1): Strength {
  const mu = (player.rating - newcomer.rating) / SCALE;
  const phi = player.deviation / SCALE;
  if (scores.length === 0) return grown(player, phi, periods);

  let inverseV = 0;
  let sum = 0;
  for (const { opponent, score } of scores) {
    const muJ = (opponent.rating - newcomer.rating) / SCALE;
    const phiJ = opponent.deviation / SCALE;
    const e = expected(mu, muJ, phiJ);
    inverseV += g(phiJ) ** 2 * e * (1 - e);
    sum += g(phiJ) * (score - e);
  }
  const v = 1 / inverseV;
  const volatility = newVolatility(phi, player.volatility, v, v * sum);
  const phiStar = Math.sqrt(phi * phi + periods * volatility * volatility);
  const newPhi = 1 / Math.sqrt(1 / (phiStar * phiStar) + 1 / v);
  return {
    rating: SCALE * (mu + newPhi * newPhi * sum) + newcomer.rating,
    deviation: bounded(SCALE * newPhi),
    volatility,
  };
}

function grown({ rating, volatility }: Strength, phi: number, periods: number): Strength {
  const deviation = bounded(SCALE * Math.sqrt(phi * phi + periods * volatility * volatility));
  return { rating, deviation, volatility };
}

const bounded = (deviation: number): number =>
  Math.min(Math.max(deviation, LEAST_DEVIATION), newcomer.deviation);

/** The paper's step 5: the Illinois algorithm. */
function newVolatility(phi: number, sigma: number, v: number, delta: number): number {
  const a = Math.log(sigma * sigma);
  const f = (x: number): number => {
    const ex = Math.exp(x);
    const d = phi * phi + v + ex;
    return (ex * (delta * delta - d)) / (2 * d * d) - (x - a) / (TAU * TAU);
  };
  let low = a;
  let high: number;
  if (delta * delta > phi * phi + v) {
    high = Math.log(delta * delta - phi * phi - v);
  } else {
    let k = 1;
    while (f(a - k * TAU) < 0) k++;
    high = a - k * TAU;
  }
  let fLow = f(low);
  let fHigh = f(high);
  while (Math.abs(high - low) > EPSILON) {
    const next = low + ((low - high) * fLow) / (fHigh - fLow);
    const fNext = f(next);
    if (fNext * fHigh <= 0) {
      low = high;
      fLow = fHigh;
    } else {
      fLow /= 2;
    }
    high = next;
    fHigh = fNext;
  }
  return Math.exp(low / 2);
}
