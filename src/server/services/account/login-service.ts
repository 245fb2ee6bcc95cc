import type { Session } from '../../../contract/account/account.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { PasswordHasher } from './password-hasher.ts';

/** Flow 2: opens another session; older ones stay valid (R-LOGIN-1). */
export class LoginService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * @throws RookeryError `wrong_credentials`, with equal text and timing for an unknown user and a wrong password
   * (R-LOGIN-2); `too_many_requests`
   */
  async login(username: string, password: string, userAgent?: string): Promise<Session> {
    const login = await this.dataAccess.getLogin(username);
    const matches = await this.hasher.verify(login?.passwordHash ?? null, password);
    if (!login || !matches) throw new RookeryError('wrong_credentials');
    const authToken = await this.dataAccess.createAuth(login.username, userAgent);
    return { username: login.username, authToken };
  }
}
