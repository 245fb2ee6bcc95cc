import { COMPUTER_VARIANTS } from '../../contract/game/computer.ts';
import { readSettings } from '../../server/base/settings.ts';
import { type Bus, createLocalBus } from '../../server/live/bus/bus.ts';
import { LobbyFeed } from '../../server/live/feeds/lobby-feed.ts';
import { TvFeed } from '../../server/live/feeds/tv-feed.ts';
import { UserFeed } from '../../server/live/feeds/user-feed.ts';
import { LiveGames } from '../../server/live/live-games.ts';
import { GroupCommitter } from '../../server/live/store/group-committer.ts';
import { createServices } from '../../server/services/services.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';

/** The services as `compose.ts` builds them, over a test's database. */
export function testServicesOn(
  db: Pick<DatabaseFixture, 'dataAccess' | 'nowMs'>,
  env: Readonly<Record<string, string>> = {},
  bus: Bus = createLocalBus(),
) {
  const { dataAccess } = db;
  const now = () => db.nowMs;
  const committer = new GroupCommitter(dataAccess);
  const liveGames = new LiveGames({ dataAccess, committer, bus, now });
  const feeds = {
    lobby: new LobbyFeed(dataAccess, bus),
    user: new UserFeed(dataAccess, bus),
    tv: new TvFeed(dataAccess, bus, now),
  };
  const settings = readSettings(env);
  const engine = {
    availability: async () => ({ available: true as const, variants: [...COMPUTER_VARIANTS] }),
  };
  return {
    bus,
    liveGames,
    services: createServices({ dataAccess, liveGames, feeds, bus, settings, now, engine }),
  };
}

export type TestServices = ReturnType<typeof testServicesOn>;
