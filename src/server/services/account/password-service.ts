import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Caller } from './caller.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { PasswordRules } from './password-rules.ts';
import type { SessionService } from './session-service.ts';

export interface PasswordServiceParts {
  readonly dataAccess: Pick<DataAccess, 'getLogin' | 'setPassword'>;
  readonly hasher: PasswordHasher;
  readonly checkPassword: PasswordRules;
  readonly sessions: Pick<SessionService, 'endOthers'>;
}

/** Changes passwords (PF-4). */
export class PasswordService {
  constructor(private readonly parts: PasswordServiceParts) {}

  /**
   * Changes the caller's password, and ends all other sessions.
   * @returns how many sessions were ended
   * @throws RookeryError `bad_request` (field `oldPassword` or `password`), `forbidden` for a guest, `too_many_requests`
   */
  async change(caller: Caller, oldPassword: string, password: string): Promise<number> {
    const { dataAccess, hasher, checkPassword, sessions } = this.parts;
    const { username } = caller;
    const login = await dataAccess.getLogin(username);
    if (!login) throw new RookeryError('forbidden', { problem: problem('account.guestPassword') });
    const oldHash = login.passwordHash;
    if (!(await hasher.verify(oldHash, oldPassword))) throw wrongPassword();
    if (password === oldPassword) {
      const why = problem('account.samePassword');
      throw new RookeryError('bad_request', { field: 'password', problem: why });
    }
    await checkPassword(password);
    const newHash = await hasher.hash(password);
    // Of two changes at once the first one counts: for the second the old password is wrong by now.
    if (!(await dataAccess.setPassword(username, oldHash, newHash))) throw wrongPassword();
    return sessions.endOthers(caller);
  }
}

const wrongPassword = () =>
  new RookeryError('bad_request', {
    field: 'oldPassword',
    problem: problem('account.wrongPassword'),
  });
