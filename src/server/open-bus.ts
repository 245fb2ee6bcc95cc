import type { Log } from './base/log.ts';
import type { Settings } from './base/settings.ts';
import { type Bus, createLocalBus } from './live/bus/bus.ts';

/** The interval of heartbeats, in milliseconds: a process that misses three may have died. */
const BEAT_MS = 1000;

/** How long the start waits for Redis, in milliseconds; the server also runs without it. */
const PATIENCE_MS = 3000;

/** Opens the configured bus; its note is a line for the start-up log, or null. */
export async function openBus(
  { REDIS_URL }: Pick<Settings, 'REDIS_URL'>,
  databaseId: string,
  log: Log,
): Promise<{ readonly bus: Bus; readonly description: string | null }> {
  if (REDIS_URL === undefined) return { bus: createLocalBus(), description: null };
  // Loaded only when needed, to save memory: most installations are a single process.
  const [{ redisWire }, { SharedBus }] = await Promise.all([
    import('./live/bus/redis/redis-wire.ts'),
    import('./live/bus/redis/shared-bus.ts'),
  ]);
  const { host, pathname } = new URL(REDIS_URL);
  const channel = `rookery:${pathname.slice(1) || '0'}:${databaseId}`;
  const openWire = redisWire({ url: REDIS_URL, channel });
  const bus = new SharedBus({ openWire, beatMs: BEAT_MS, onState: report(log) });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([bus.whenConnected(), patience]);
  clearTimeout(timer);
  const state = bus.connected ? '' : ' (not reached yet; still trying)';
  return { bus, description: `Redis ${host}${state}` };
}

const report = (log: Log) => (lost: string | null) => {
  if (lost === null) log.info('Connected to Redis: events of other server processes arrive.');
  else
    log.warn(
      `Redis can't be reached (${lost}): changes by other server processes are read from the database.`,
    );
};
