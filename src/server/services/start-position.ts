import { randomInt } from 'node:crypto';
import type { Variant } from '../../contract/game.ts';
import { chess960Fen, startRecord } from '../../rules/index.ts';

/** Where a game of a variant begins; one of 960 positions by lot in Chess960. */
export function startFen(variant: Variant): string {
  const fen = variant === 'chess960' ? chess960Fen(randomInt(960)) : undefined;
  return startRecord(fen, variant).initialFen;
}
