import type { Color } from '../../contract/game/index.ts';

export const colorName = { white: 'White', black: 'Black' } as const satisfies Record<
  Color,
  string
>;

export const opposite = (color: Color): Color => (color === 'white' ? 'black' : 'white');
