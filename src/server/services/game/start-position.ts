import { randomInt } from 'node:crypto';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { Variant } from '../../../contract/game/index.ts';
import { automaticEnding, CHESS960_COUNT, chess960Fen, startRecord } from '../../../rules/index.ts';

const FIELD = 'setup.initialFen';

/** The start position of a variant; in Chess960 a random one of 960. */
export function startFen(variant: Variant): string {
  const fen = variant === 'chess960' ? chess960Fen(randomInt(CHESS960_COUNT)) : undefined;
  return startRecord(fen, variant).initialFen;
}

/**
 * Normalizes a start position chosen by the host (G-1).
 * @throws RookeryError `bad_request` (field `setup.initialFen`) when the position is impossible or already final
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
