import { readSettings } from '../../server/base/settings.ts';
import { type Bus, createLocalBus } from '../../server/live/bus/bus.ts';
import { LiveGames } from '../../server/live/live-games.ts';
import { GroupCommitter } from '../../server/live/store/group-committer.ts';
import { createServices } from '../../server/services/services.ts';
import type { Bench } from '../databases/test-database.ts';

/** The services as the composition root builds them, over a test's database. */
export function houseOn(
  bench: Pick<Bench, 'dataAccess' | 'nowMs'>,
  env: Readonly<Record<string, string>> = {},
  bus: Bus = createLocalBus(),
) {
  const { dataAccess } = bench;
  const now = () => bench.nowMs;
  const committer = new GroupCommitter(dataAccess);
  const liveGames = new LiveGames({ dataAccess, committer, bus, now });
  const settings = readSettings(env);
  const engine = { availability: () => ({ available: true }) as const };
  return {
    bus,
    liveGames,
    services: createServices({ dataAccess, liveGames, bus, settings, now, engine }),
  };
}

export type House = ReturnType<typeof houseOn>;
