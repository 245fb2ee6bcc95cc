import type { Ending } from '../../contract/game/index.ts';
import { endingText } from '../text/endings.ts';

/** The result of a game. */
export const EndingLine = ({ ending }: { ending: Ending }) => endingText(ending);
