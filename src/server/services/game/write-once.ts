import { type ErrorCode, isRookeryError } from '../../../contract/errors/index.ts';

/**
 * Runs a write once. If its answer leaves open whether it took effect, `isWritten` reads the stored state.
 * @param repeated the error of a write that has already taken effect, in case the database ran it twice
 * @throws the error of `write` or `isWritten`
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

/** Whether a write with this error may have taken effect, or may still: the database gave no answer. */
export const mayTakeEffect = (error: unknown): boolean =>
  !isRookeryError(error) || error.code === 'unavailable';
