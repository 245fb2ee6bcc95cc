import { speeds, variants } from '../../contract/game/kinds.ts';
import type { TvChannel } from '../../contract/lobby/tv.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { communityText } from '../../generated/texts/community.ts';

const isSpeed = (channel: TvChannel) => speeds.find((speed) => speed === channel);
const isVariant = (channel: TvChannel) => variants.find((variant) => variant === channel);

/** The channels in the order of the page. */
export const channels: readonly TvChannel[] = [
  'best',
  'bullet',
  'blitz',
  'rapid',
  'classical',
  'ultraBullet',
  'chess960',
  'crazyhouse',
  'kingOfTheHill',
  'threeCheck',
  'antichess',
  'atomic',
  'horde',
  'racingKings',
];

/** A channel's name. */
export function channelText(channel: TvChannel): string {
  const speed = isSpeed(channel);
  const variant = isVariant(channel);
  if (speed) return chessText(`speed.${speed}`);
  return variant ? chessText(`variant.${variant}`) : communityText('tv.best');
}
