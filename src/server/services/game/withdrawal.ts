import type { DataAccess } from '../../data-access/data-access.ts';
import type { LiveGames } from '../../live/live-games.ts';

/** Takes back the open games with a clock that users offer in the lobby, once they play one. */
export class Withdrawal {
  constructor(
    private readonly dataAccess: Pick<DataAccess, 'finder'>,
    private readonly liveGames: LiveGames,
  ) {}

  /** Best done: what can't be withdrawn now could not be accepted either while they play. */
  async withdraw(usernames: readonly string[]): Promise<void> {
    const offered = await this.dataAccess.finder.offeredBy(usernames).catch(() => []);
    await Promise.allSettled(
      offered.map(({ gameID, host }) =>
        this.liveGames.execute(gameID, { type: 'withdraw', username: host }),
      ),
    );
  }
}
