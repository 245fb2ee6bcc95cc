import type { Session } from '../../../contract/account/account.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { PasswordRules } from './password-rules.ts';
import { requireFreeName } from './reserved-names.ts';

/** Flow 1: creates an account and a session. */
export class RegistrationService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly hasher: PasswordHasher,
    private readonly checkPassword: PasswordRules,
  ) {}

  /** @throws RookeryError `already_taken`, `bad_request` for a reserved name or a weak password, `too_many_requests` */
  async register(
    username: string,
    password: string,
    email: string,
    userAgent?: string,
  ): Promise<Session> {
    requireFreeName(username);
    await this.checkPassword(password);
    // Avoids hashing for a taken name; between simultaneous registrations the insert decides (R-REG-3).
    if (await this.dataAccess.getUser(username)) throw taken();
    const passwordHash = await this.hasher.hash(password);
    if (!(await this.dataAccess.createUser(username, passwordHash, email))) throw taken();
    return { username, authToken: await this.dataAccess.createAuth(username, userAgent) };
  }
}

const taken = () => new RookeryError('already_taken', { field: 'username' });
