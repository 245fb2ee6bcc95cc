/** The rules of chess: pure, without time and I/O, the same on the server and in the browser. */
export { checkedKing, isPromotion, legalDests } from './board.ts';
export { automaticEnding, canMate } from './endings.ts';
export { perft } from './perft.ts';
export { fenOf, type GameRecord, play, replay, startRecord } from './record.ts';
export { repetitionCount } from './repetition.ts';
