import type { Evaluation } from './evaluation.ts';

/** Evaluations as the rules write them: centipawns, or `#2` for a mate by White in 2, `#-2` by Black; `-` may be `−`. */
export const read = (text: string): Evaluation[] =>
  text
    .trim()
    .replaceAll('−', '-')
    .split(/\s+/)
    .map((one) => (one.startsWith('#') ? { mate: Number(one.slice(1)) } : { cp: Number(one) }));
