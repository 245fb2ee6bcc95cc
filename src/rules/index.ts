/** The rules of chess and its variants: pure functions without time and I/O, the same on the server and in the browser. */
export { checkedKing, isPromotion, legalDests, legalDrops } from './board.ts';
export { CHESS960_COUNT, chess960Fen } from './chess960.ts';
export { type PocketRole, pocketRoles } from './drops.ts';
export { automaticEnding, canMate } from './endings.ts';
export { checksLeft, materialLead, pockets } from './material.ts';
export { type EngineGame, engineGame } from './notation/engine-notation.ts';
export { moveNumber, numberingOf } from './notation/numbering.ts';
export { isNamed } from './played-move.ts';
export { fenOf, type GameRecord, play, replay, startRecord, takeBack } from './record.ts';
export { canClaimThreefold } from './repetition.ts';
export { promotionRoles } from './variants.ts';
