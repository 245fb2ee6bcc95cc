import { type Bus, createLocalBus } from '../live/bus.ts';
import { GroupCommitter } from '../live/group-committer.ts';
import { LiveGames } from '../live/live-games.ts';
import { createServices } from '../services/services.ts';
import { readSettings } from '../settings.ts';
import type { Bench } from './bench.ts';

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
