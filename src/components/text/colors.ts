import type { Color } from '../../contract/game/index.ts';

export const opposite = (color: Color): Color => (color === 'white' ? 'black' : 'white');
