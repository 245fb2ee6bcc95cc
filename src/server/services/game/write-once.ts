import { type ErrorCode, isRookeryError } from '../../../contract/errors/index.ts';

/**
 * Carries out a write, and never again. Where the answer doesn't say whether it took effect, `isWritten` reads what is stored.
 * @param repeated how a write is refused that has taken effect already, should the database be asked twice
 * @throws what `write` was refused with, or what `isWritten` throws
 */
export async function writeOnce(
  write: () => Promise<unknown>,
  repeated: ErrorCode,
  isWritten: () => Promise<boolean>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    const isUnsure = mayTakeEffect(error) || (isRookeryError(error) && error.code === repeated);
    if (!isUnsure || !(await isWritten())) throw error;
  }
}

/** Whether a write that failed so may have taken effect all the same, or may yet: the database gave no answer. */
export const mayTakeEffect = (error: unknown): boolean =>
  !isRookeryError(error) || error.code === 'unavailable';
