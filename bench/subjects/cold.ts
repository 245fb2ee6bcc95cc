import { get } from 'node:http';
import { residentMB, type Served, startBare, startRookery } from '../lib/processes.ts';
import { below, type Subject } from '../lib/subject.ts';
import { digits, type Row } from '../lib/table.ts';
import { median } from '../lib/windows.ts';

const RUNS = 5;

/** The time from starting the built server to its first answer, and its memory then. */
export const cold: Subject = async ({ databases }) => {
  const file = await databases.copy({ users: 100, games: 1000, kind: 'mixed' });
  const contestants = [
    { name: 'Rookery', path: '/game', start: () => startRookery(file) },
    { name: 'bare node:http', path: '/', start: () => startBare('hello.mjs', {}) },
  ].map((one) => ({ ...one, ms: [] as number[], mb: [] as number[] }));
  for (let run = 0; run < RUNS; run++) {
    for (const one of contestants) {
      const began = performance.now();
      const served = await one.start();
      await firstAnswer(served, one.path);
      one.ms.push(performance.now() - began);
      one.mb.push(residentMB(served.pid));
      await served.stop();
    }
  }
  const rows = contestants.map(
    ({ name, ms, mb }, index): Row => ({
      subject: index === 0 ? 'cold start' : '',
      who: name,
      p50Ms: median(ms),
      p99Ms: Math.max(...ms),
      note: `first answer; median and worst of ${RUNS}; memory ${digits(median(mb))} MB`,
    }),
  );
  const own = contestants[0];
  return {
    rows,
    goals: [
      below('P-8', 'first answer', { found: median(own?.ms ?? []) / 1000, limit: 3, unit: ' s' }),
    ],
  };
};

function firstAnswer({ port }: Served, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}
