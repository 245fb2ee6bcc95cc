import { execFileSync } from 'node:child_process';
import { type Course, playRounds } from '../driver/rounds.ts';
import { movesRows } from '../driver/rows.ts';
import { relaySide, rookerySide } from '../driver/sides.ts';
import { scripts } from '../lib/scripts.ts';
import { below, type Setting, type Subject } from '../lib/subject.ts';
import type { Report } from '../lib/table.ts';

const GAMES = 3000;
const MANY_GAMES = 10_000;

/** Compiling and the memory of the connecting last about as long: a server runs for weeks. */
const WARM_UP_SECONDS = 12;

/** The thinking time per move, in seconds. */
const SECONDS_PER_MOVE = 3;

/** Files of a process besides its sockets. */
const OTHER_FILES = 200;

/** Games at people's pace, a move every 3 s in each: 3,000 on one CPU, and by `--large` 10,000 on all. */
export const paced: Subject = async (setting) => {
  const usual = await play(setting, GAMES, true);
  if (!setting.options.large) return usual;
  const many = await play(setting, Math.min(MANY_GAMES, mostGames()), false);
  return { rows: [...usual.rows, ...many.rows], goals: [...usual.goals, ...many.goals] };
};

async function play({ databases, plan, options }: Setting, games: number, apart: boolean) {
  const course: Course = {
    games,
    pool: scripts(8, 100),
    rounds: plan.rounds,
    // The first move of every game: it costs more than later ones.
    warmUpSeconds: options.quick ? SECONDS_PER_MOVE : WARM_UP_SECONDS,
    seconds: options.quick ? SECONDS_PER_MOVE : 2 * SECONDS_PER_MOVE,
    rate: games / SECONDS_PER_MOVE,
    apart,
  };
  const { results, note } = await playRounds(
    databases,
    [relaySide('both'), rookerySide(databases)],
    course,
  );
  const own = results.find(({ name }) => name === 'Rookery')?.medians;
  const report: Report = {
    rows: movesRows(
      `${games.toLocaleString('en')} paced games, ${Math.round(course.rate).toLocaleString('en')}/s`,
      results,
      { note },
    ),
    goals: [
      below('P-2', `p99 with ${games} games${apart ? ', on one CPU' : ''}`, {
        found: own?.p99Ms ?? Number.NaN,
        limit: 25,
        unit: ' ms',
      }),
    ],
  };
  return report;
}

/** How many games' sockets a process may open: two each, at both ends. */
function mostGames(): number {
  const limit = Number(execFileSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }));
  return Number.isNaN(limit) ? MANY_GAMES : Math.floor((limit - OTHER_FILES) / 2);
}
