import { openRelay, openRookery } from '../lib/boards.ts';
import { scripts } from '../lib/scripts.ts';
import { atLeast, below, type Subject } from '../lib/subject.ts';
import { rowsOf } from '../lib/table.ts';
import { alternate } from '../lib/windows.ts';

const GAMES = 1000;

/** Long enough for every window of a run at 30,000 moves a second. */
const PLIES = 700;

/** Moves per second, in all games together, at the limited rate. */
const PACE = 5000;

/** Moves of games with clocks, over the transport of browsers, beside a plain `ws` relay: 1,000 games, two sockets each. */
export const moves: Subject = async ({ databases, plan }) => {
  const pool = scripts(8, PLIES);
  const rookery = await openRookery(databases, GAMES, pool);
  const relay = await openRelay(GAMES, pool);
  const sides = [
    { name: 'Rookery', ...rookery },
    { name: 'bare ws relay', ...relay },
  ];
  const fast = await alternate(
    sides.map(({ name, pid, arena }) => ({ name, pid, load: (s) => arena.play(s) })),
    plan,
  );
  const even = await alternate(
    sides.map(({ name, pid, arena }) => ({ name, pid, load: (s) => arena.play(s, PACE) })),
    plan,
  );
  const finished = rookery.arena.finished;
  await Promise.all(sides.map(({ stop }) => stop()));
  const [own, bare] = fast;
  const perSecond = own?.perSecond ?? 0;
  return {
    rows: [
      ...rowsOf(
        'moves, at full speed',
        fast,
        `p50, p99: move → opponent${finished ? `; ${finished} GAMES RAN OUT` : ''}`,
      ),
      ...rowsOf(`moves, ${PACE.toLocaleString('en')} a second`, even, 'p50, p99: move → opponent'),
    ],
    goals: [
      atLeast('P-1', 'durable moves/s', { found: perSecond, limit: 10_000 }),
      atLeast('P-1', 'of the bare relay', {
        found: perSecond / (bare?.perSecond ?? 0),
        limit: 0.12,
      }),
      below('P-1', `p99 at ${PACE} moves/s`, {
        found: even[0]?.p99Ms ?? Number.NaN,
        limit: 50,
        unit: ' ms',
      }),
    ],
  };
};
