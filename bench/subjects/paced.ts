import { openRelay, openRookery } from '../lib/boards.ts';
import type { Probe } from '../lib/processes.ts';
import { scripts } from '../lib/scripts.ts';
import { below, type Subject } from '../lib/subject.ts';
import { digits, rowsOf } from '../lib/table.ts';
import { alternate } from '../lib/windows.ts';

const GAMES = 3000;

/** The thinking time per move, in seconds. */
const SECONDS_PER_MOVE = 3;

/** Two moves of every game fit into a window. */
const WINDOW_SECONDS = 2 * SECONDS_PER_MOVE;

/** Games at people's pace: 3,000 at once, a move every 3 s in each; and the memory per running game. */
export const paced: Subject = async ({ databases, plan }) => {
  const pool = scripts(8, 100);
  let idle: Probe | null = null;
  const rookery = await openRookery(databases, GAMES, pool, async (server) => {
    idle = await server.report();
  });
  const relay = await openRelay(GAMES, pool);
  const sides = [
    { name: 'Rookery', ...rookery },
    { name: 'bare ws relay', ...relay },
  ];
  rookery.watch();
  const totals = await alternate(
    sides.map(({ name, pid, arena }) => ({
      name,
      pid,
      load: (seconds) => arena.play(seconds, GAMES / SECONDS_PER_MOVE),
    })),
    { ...plan, seconds: WINDOW_SECONDS },
  );
  const busy = await rookery.report();
  await Promise.all(sides.map(({ stop }) => stop()));
  const each = (of: 'heapMB' | 'residentMB') => ((busy[of] - (idle?.[of] ?? 0)) * 1000) / GAMES;
  const note = `p50, p99: move → opponent; a game takes ${digits(each('residentMB'))} kB (${digits(each('heapMB'))} kB on the heap) besides its two connections; the event loop was blocked for ${digits(busy.blockedMs)} ms at most`;
  return {
    rows: rowsOf(`${GAMES.toLocaleString('en')} paced games`, totals, note),
    goals: [
      below('P-2', `p99 with ${GAMES} games`, {
        found: totals[0]?.p99Ms ?? Number.NaN,
        limit: 25,
        unit: ' ms',
      }),
      below('P-4', 'memory of a running game', {
        found: each('residentMB'),
        limit: 60,
        unit: ' kB',
      }),
    ],
  };
};
