export { EndingLine } from '../../game-list/ending-line.tsx';
export { Seek } from './seek.tsx';
export { SeekWaiting } from './seek-waiting.tsx';
