import { variants } from '../../contract/game/kinds.ts';
import type { TvChannel } from '../../contract/lobby/tv.ts';
import { chessText } from '../../generated/texts/chess.ts';
import { communityText } from '../../generated/texts/community.ts';

export interface Channel {
  readonly name: TvChannel;
  readonly text: () => string;
}

/** Those with most games first. */
const speeds = ['bullet', 'blitz', 'rapid', 'classical', 'ultraBullet'] as const;

/** The channels in the order of the page. */
export const channels: readonly Channel[] = [
  { name: 'best', text: () => communityText('tv.best') },
  ...speeds.map((name) => ({ name, text: () => chessText(`speed.${name}`) })),
  ...variants
    .filter((name) => name !== 'standard')
    .map((name) => ({ name, text: () => chessText(`variant.${name}`) })),
];
