import type { Silenced } from '../../../contract/chat/index.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { SilenceKind } from '../../data-access/chat/relations.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Bus } from '../../live/bus/bus.ts';

/** Whom users don't want to hear (G-4): muted or blocked, see {@link SilenceKind}. */
export class SilenceService {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'silences' | 'getUser'>,
    private readonly bus: Bus,
    /** Milliseconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** @throws RookeryError `unknown_user`, `bad_request` for oneself */
  async silence(username: string, name: string, kind: SilenceKind): Promise<void> {
    const other = await this.#named(name);
    if (other === username) {
      const detail = 'is yourself';
      throw new RookeryError('bad_request', { field: 'username', detail });
    }
    await this.dataAccess.silences.set(username, other, kind, this.now());
    this.bus.publish('silences', { username, other });
  }

  /** @throws RookeryError `unknown_user` */
  async unsilence(username: string, name: string): Promise<void> {
    const other = await this.#named(name);
    await this.dataAccess.silences.remove(username, other);
    this.bus.publish('silences', { username, other });
  }

  silenced(username: string): Promise<Silenced> {
    return this.dataAccess.silences.of(username);
  }

  async #named(name: string): Promise<string> {
    const user = await this.dataAccess.getUser(name);
    if (!user) throw new RookeryError('unknown_user', { field: 'username' });
    return user.username;
  }
}
