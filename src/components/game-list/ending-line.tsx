import type { Ending } from '../../contract/game/index.ts';
import { endingText } from '../text/endings.ts';

/** How a game has ended, in words. */
export const EndingLine = ({ ending }: { ending: Ending }) => endingText(ending);
