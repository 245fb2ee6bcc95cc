import type { DataAccess } from '../data-access/data-access.ts';
import type { Bus } from '../live/bus/bus.ts';
import type { LiveGames } from '../live/live-games.ts';

/** Flow 7: removes all data, notifies the clients and closes their connections (R-CLEAR-1). */
export class ClearApplicationService {
  constructor(
    private readonly dataAccess: DataAccess,
    private readonly liveGames: LiveGames,
    private readonly bus: Bus,
  ) {}

  async clearApplication(): Promise<void> {
    await this.dataAccess.clearAllData();
    this.liveGames.forgetAll();
    this.bus.publish('sessions', { type: 'cleared' });
  }
}
