import { variantName } from '../../contract/game/variant-names.ts';
import type { TvChannel } from '../../contract/lobby/tv.ts';
import { speedName } from '../text/game-words.ts';

const speeds = ['bullet', 'blitz', 'rapid', 'classical', 'ultraBullet'] as const;
const variants = [
  'chess960',
  'crazyhouse',
  'kingOfTheHill',
  'threeCheck',
  'antichess',
  'atomic',
  'horde',
  'racingKings',
] as const;

/** What can be watched, the best of all first. */
export const channels: readonly { readonly name: TvChannel; readonly words: string }[] = [
  { name: 'best', words: 'Best game' },
  ...speeds.map((name) => ({ name, words: speedName[name] })),
  ...variants.map((name) => ({ name, words: variantName[name] })),
];
