import type { Relations } from '../../../contract/chat/index.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import { problem } from '../../../contract/errors/problems.ts';
import type { RelationKind } from '../../data-access/chat/relations.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../../live/bus/bus.ts';

/** Mutes and blocks users (G-4), see {@link RelationKind}. */
export class RelationService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'relations' | 'getUser'>,
    private readonly bus: Bus,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** @throws RookeryError `unknown_user`, `bad_request` for oneself */
  async set(username: string, name: string, kind: RelationKind): Promise<void> {
    const other = await this.#named(name);
    if (other === username) {
      throw new RookeryError('bad_request', {
        field: 'username',
        problem: problem('account.yourself'),
      });
    }
    await this.dataAccess.relations.set(username, other, kind, this.now());
    this.bus.publish('relations', { username, other });
  }

  /** @throws RookeryError `unknown_user` */
  async remove(username: string, name: string): Promise<void> {
    const other = await this.#named(name);
    await this.dataAccess.relations.remove(username, other);
    this.bus.publish('relations', { username, other });
  }

  of(username: string): Promise<Relations> {
    return this.dataAccess.relations.of(username);
  }

  async #named(name: string): Promise<string> {
    const user = await this.dataAccess.getUser(name);
    if (!user) throw new RookeryError('unknown_user', { field: 'username' });
    return user.username;
  }
}
