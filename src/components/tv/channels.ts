import type { TvChannel } from '../../contract/lobby/tv.ts';
import { chessText } from '../../generated/texts/chess.ts';

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
export const channels: readonly { readonly name: TvChannel; readonly label: string }[] = [
  { name: 'best', label: 'Best game' },
  ...speeds.map((name) => ({ name, label: chessText(`speed.${name}`) })),
  ...variants.map((name) => ({ name, label: chessText(`variant.${name}`) })),
];
