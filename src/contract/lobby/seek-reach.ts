/** The rating of who has none yet. */
export const UNRATED = 1500;

/** How far a partner's rating may be off at first, and how much more each second of waiting allows. */
const REACH = 100;
const REACH_A_SECOND = 10;

/** How far off a rating may be for somebody who has waited so long. */
export const seekReach = (waitedMs: number): number =>
  REACH + Math.floor((REACH_A_SECOND * Math.max(0, waitedMs)) / 1000);
