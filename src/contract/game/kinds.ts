/** The variants; apart from the schemas, so that pages list them without a schema library. */
export const variants = [
  'standard',
  'chess960',
  'crazyhouse',
  'kingOfTheHill',
  'threeCheck',
  'antichess',
  'atomic',
  'horde',
  'racingKings',
] as const;

/** Speeds by a game's estimated length (C-1); games without a clock count as correspondence. */
export const speeds = [
  'ultraBullet',
  'bullet',
  'blitz',
  'rapid',
  'classical',
  'correspondence',
] as const;
