import { gameFrom } from '../../rules/notation.testing.ts';

const knights = (times: number) => Array(times).fill('Nf3 Nf6 Ng1 Ng8').join(' ');

/** 66 plies without a fivefold repetition, and a mate by Black at the end. */
export const longGame = gameFrom(
  undefined,
  `${knights(3)} a3 a6 ${knights(3)} a4 a5 ${knights(3)} b3 b6 ${knights(2)} c3 c6 ${knights(2)} f3 e5 g4 Qh4#`,
).moves;
