// Measures Rookery beside bare counterparts, and prints one table. See README.md.
// usage: npm run bench [-- SUBJECT … --quick --large --snapshot FILE]
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Databases } from './lib/database.ts';
import { stopAll } from './lib/processes.ts';
import type { Subject } from './lib/subject.ts';
import { type Goal, print, type Row } from './lib/table.ts';
import { cold } from './subjects/cold.ts';
import { fanout } from './subjects/fanout.ts';
import { lobby } from './subjects/lobby.ts';
import { login } from './subjects/login.ts';
import { memory } from './subjects/memory.ts';
import { moves } from './subjects/moves.ts';
import { paced } from './subjects/paced.ts';
import { opening } from './subjects/pages.ts';
import { create, join, list } from './subjects/rest.ts';
import { stream } from './subjects/stream.ts';

const subjects: Readonly<Record<string, Subject>> = {
  login,
  list,
  stream,
  lobby,
  create,
  join,
  moves,
  paced,
  fanout,
  cold,
  memory,
  pages: opening,
};

/** The time limit of a run, in milliseconds: longer means that it hangs. */
const LIMIT_MS = 25 * 60_000;

const { values: flags, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    snapshot: { type: 'string' },
  },
});
const { quick, large, snapshot = null } = flags;
const unknown = asked.filter((name) => !(name in subjects));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Subjects: ${Object.keys(subjects).join(', ')}`);
  process.exit(2);
}

const databases = new Databases();
// Stops all processes and removes files, however the run ends.
process.on('exit', () => {
  stopAll();
  databases.remove();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
setTimeout(() => {
  console.error(`Not done after ${LIMIT_MS / 60_000} minutes: given up.`);
  process.exit(1);
}, LIMIT_MS).unref();

const plan = quick ? { rounds: 1, seconds: 1 } : { rounds: 3, seconds: 2 };
const rows: Row[] = [];
const goals: Goal[] = [];
try {
  for (const [name, subject] of Object.entries(subjects)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const began = performance.now();
    const report = await subject({ databases, plan, options: { quick, large, snapshot } });
    rows.push(...report.rows);
    goals.push(...report.goals);
    process.stderr.write(`${name} … ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  }
  const cores = availableParallelism();
  console.log(
    `\nNode ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${cores} cores; ${plan.rounds} windows of ${plan.seconds} s each, in turn, unless a row says otherwise\n`,
  );
  print({ rows, goals });
} catch (error) {
  console.error(error);
  process.exit(1);
}
