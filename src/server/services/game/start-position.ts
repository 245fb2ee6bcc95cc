import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { Variant } from '../../../contract/game/index.ts';
import { automaticEnding, CHESS960_COUNT, chess960Fen, startRecord } from '../../../rules/index.ts';

const FIELD = 'setup.initialFen';

/** Where a game of a variant begins; one of 960 positions by lot in Chess960. */
export function startFen(variant: Variant): string {
  const fen = variant === 'chess960' ? chess960Fen(randomInt(CHESS960_COUNT)) : undefined;
  return startRecord(fen, variant).initialFen;
}

/**
 * The position that a host has chosen for a game to begin at (G-1), as it is stored.
 * @throws RookeryError `bad_request` (field `setup.initialFen`) when it can't arise, or the game would be over there
 */
export function chosenStart(fen: string, variant: Variant): string {
  try {
    const record = startRecord(fen, variant);
    if (automaticEnding(record) === null) return record.initialFen;
  } catch (error) {
    if (!(error instanceof RookeryError)) throw error;
    throw new RookeryError(error.code, {
      field: FIELD,
      ...(error.problem && { problem: error.problem }),
    });
  }
  throw new RookeryError('bad_request', {
    field: FIELD,
    problem: problem('create.over'),
  });
}
