import { COMPUTER_VARIANTS } from '../../contract/game/computer.ts';
import { readSettings } from '../../server/base/settings.ts';
import { type Bus, createLocalBus } from '../../server/live/bus/bus.ts';
import { LiveGames } from '../../server/live/live-games.ts';
import { GroupCommitter } from '../../server/live/store/group-committer.ts';
import { createServices } from '../../server/services/services.ts';
import type { DatabaseFixture } from '../databases/database-fixture.ts';

/** The services as the composition root builds them, over a test's database. */
export function testServicesOn(
  db: Pick<DatabaseFixture, 'dataAccess' | 'nowMs'>,
  env: Readonly<Record<string, string>> = {},
  bus: Bus = createLocalBus(),
) {
  const { dataAccess } = db;
  const now = () => db.nowMs;
  const committer = new GroupCommitter(dataAccess);
  const liveGames = new LiveGames({ dataAccess, committer, bus, now });
  const settings = readSettings(env);
  const engine = {
    availability: async () => ({ available: true as const, variants: [...COMPUTER_VARIANTS] }),
  };
  return {
    bus,
    liveGames,
    services: createServices({ dataAccess, liveGames, bus, settings, now, engine }),
  };
}

export type TestServices = ReturnType<typeof testServicesOn>;
