import { playRounds } from '../driver/rounds.ts';
import { movesRows, perSecondOf } from '../driver/rows.ts';
import { colyseusSide, relaySide, rookerySide } from '../driver/sides.ts';
import { scripts } from '../lib/scripts.ts';
import { atLeast, below, type Subject } from '../lib/subject.ts';
import { installPeer, PEER } from '../peer/install.ts';

const GAMES = 1000;

/** Long enough for a window at 100,000 moves a second. */
const PLIES = 700;

/** Moves of games with clocks at full speed, over the transport of browsers, beside relays and an in-memory peer. */
export const moves: Subject = async ({ databases, plan, options }) => {
  const peer = await installPeer();
  const relay = relaySide('opponent');
  const sides = [
    relay,
    relaySide('both'),
    ...(peer === null ? [] : [colyseusSide(PEER, peer)]),
    rookerySide(databases),
  ];
  const { results, note } = await playRounds(databases, sides, {
    games: GAMES,
    pool: scripts(8, PLIES),
    rounds: plan.rounds,
    warmUpSeconds: options.quick ? 1 : 2,
    seconds: options.quick ? 1 : 5,
    rate: 0,
    apart: true,
  });
  const own = results.find(({ name }) => name === 'Rookery')?.medians;
  const perSecond = own?.perSecond ?? Number.NaN;
  return {
    rows: [
      ...movesRows(`moves, ${GAMES.toLocaleString('en')} games`, results, {
        base: relay.name,
        note,
      }),
      ...(peer === null
        ? [{ subject: '', who: PEER, note: 'left out: its packages could not be installed' }]
        : []),
    ],
    goals: [
      atLeast('P-1', 'durable moves/s', { found: perSecond, limit: 10_000 }),
      atLeast('P-1', 'of the bare relay', {
        found: perSecond / perSecondOf(results, relay.name),
        limit: 0.12,
      }),
      below('P-1', 'p99 at full speed', {
        found: own?.p99Ms ?? Number.NaN,
        limit: 50,
        unit: ' ms',
      }),
    ],
  };
};
