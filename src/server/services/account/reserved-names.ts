import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';

/** Names that the server assigns to guests and the computer. */
const RESERVED = /^(guest|computer)-/i;

/** Whether a name has a guest's form; older registered users may have one too. */
export const isGuestName = (username: string): boolean => username.startsWith('Guest-');

/** @throws RookeryError `bad_request` for a reserved name */
export function requireFreeName(username: string): void {
  if (!RESERVED.test(username)) return;
  throw new RookeryError('bad_request', {
    field: 'username',
    problem: problem('account.reservedName'),
  });
}
