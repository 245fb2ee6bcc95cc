/** The rating of a player without one. */
export const UNRATED = 1500;

/** Allowed rating difference at first, and how much it grows per second of waiting. */
const REACH = 100;
const REACH_A_SECOND = 10;

/** The allowed rating difference after this wait. */
export const seekReach = (waitedMs: number): number =>
  REACH + Math.floor((REACH_A_SECOND * Math.max(0, waitedMs)) / 1000);
