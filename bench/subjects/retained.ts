import { follow, signIn } from '../driver/boards.ts';
import { type Probe, type Served, startRookery } from '../lib/processes.ts';
import { scripts } from '../lib/scripts.ts';
import { below, type Setting } from '../lib/subject.ts';
import { digits, type Report } from '../lib/table.ts';

/** How many connections, and later how many games. */
const UNITS = 2000;
const QUICK_UNITS = 500;

/** Plies played in each game. */
const PLIES = 40;

/** Connections that are opened and closed before: what is made once doesn't count. */
const WARM_UP = 200;

/** After which the server has nothing left to do. */
const SETTLED_MS = 2000;

/** What an idle signed-in connection retains, and a running game besides its two connections. */
export async function retained({ databases, options }: Setting): Promise<Report> {
  const units = options.quick ? QUICK_UNITS : UNITS;
  const file = await databases.copy({ users: 2 * units, games: units, kind: 'ready' });
  const server = await startRookery(file);
  const warm = await signIn(server.port, 0, WARM_UP);
  await Promise.all(warm.map((player) => player.close()));
  const before = await settled(server);
  if (options.snapshot !== null) await server.snapshot(`${options.snapshot}-before.heapsnapshot`);
  const half = await signIn(server.port, 0, units);
  const idle = await settled(server);
  const players = [...half, ...(await signIn(server.port, units, 2 * units))];
  const seated = await settled(server);
  const arena = await follow(players, scripts(8, PLIES));
  for (let seconds = 0; arena.finished < units && seconds < 120; seconds++) await arena.play(1);
  if (arena.finished < units) throw new Error(`Only ${arena.finished} games were played.`);
  const played = await settled(server);
  if (options.snapshot !== null) await server.snapshot(`${options.snapshot}-after.heapsnapshot`);
  await Promise.all(players.map((player) => player.close()));
  await server.stop();
  const connectionKB = perUnit(before, idle, units);
  const gameKB = perUnit(seated, played, units);
  return {
    rows: [
      row('an idle connection retains', connectionKB, `${units} signed in`),
      row(
        'a running game retains',
        gameKB,
        `${units} games, followed by two each, after ${PLIES} plies, besides the connections`,
      ),
    ],
    goals: [
      below('P-4', 'heap of an idle connection', {
        found: connectionKB.heap,
        limit: 9,
        unit: ' kB',
      }),
      below('P-4', 'heap of a running game', { found: gameKB.heap, limit: 5, unit: ' kB' }),
    ],
  };
}

async function settled(server: Served): Promise<Probe> {
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  return server.report();
}

/** In kB. */
interface Growth {
  readonly heap: number;
  readonly resident: number;
}

/** The growth for each, in kB. */
const perUnit = (before: Probe, after: Probe, units: number): Growth => ({
  heap: ((after.heapMB - before.heapMB) * 1000) / units,
  resident: ((after.residentMB - before.residentMB) * 1000) / units,
});

const row = (subject: string, { heap, resident }: Growth, how: string) => ({
  subject,
  who: 'Rookery',
  note: `${digits(heap)} kB of heap (RSS grew by ${digits(resident)} kB): ${how}`,
});
