import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';

/** Names that the server gives: to guests and to the computer. */
const RESERVED = /^(guest|computer)-/i;

/** Whether a name is like a guest's; somebody may have had it before guests were. */
export const isGuestName = (username: string): boolean => username.startsWith('Guest-');

/** @throws RookeryError `bad_request` for a name that nobody may register */
export function requireFreeName(username: string): void {
  if (!RESERVED.test(username)) return;
  throw new RookeryError('bad_request', {
    field: 'username',
    problem: problem('account.reservedName'),
  });
}
