import { type Shot, shoot } from '../lib/http-load.ts';
import { startBare, startRookery } from '../lib/processes.ts';
import type { Contents } from '../lib/rows.ts';
import { atLeast, type Setting, type Subject } from '../lib/subject.ts';
import { rowsOf } from '../lib/table.ts';
import { alternate, type Contestant } from '../lib/windows.ts';

/** A flow of REST and the paths at which the bare server answers the same. */
interface Flow {
  readonly name: 'list' | 'create' | 'join';
  readonly contents: Contents;
  /** A new shot for each contestant: bodies may contain counters. */
  readonly shot: () => Omit<Shot, 'path'>;
  readonly bare: Readonly<Record<string, string>>;
}

const oneRead = (what: string) => ({
  'bare, one read by Prisma': `/prisma/${what}`,
  'bare, one read by better-sqlite3': `/sqlite/${what}`,
});

const readAndWrite = (what: string) => ({
  ...oneRead(what),
  'bare, that read and one commit': `/durable/${what}`,
});

/** `GET /game` with 1,000 games. */
export const list = flow({
  name: 'list',
  contents: { users: 100, games: 1000, kind: 'mixed' },
  shot: () => ({ method: 'GET' }),
  bare: oneRead('list'),
});

/** `POST /game`. */
export const create = flow({
  name: 'create',
  contents: { users: 100, games: 1000, kind: 'mixed' },
  shot: () => ({ method: 'POST', body: () => ({ gameName: 'An evening game' }) }),
  bare: readAndWrite('create'),
});

/** `PUT /game`: takes the seats of open games one after the other. */
export const join = flow({
  name: 'join',
  contents: { users: 100, games: 60_000, kind: 'open' },
  shot: () => {
    let seat = 0;
    return {
      method: 'PUT',
      body: () => {
        const gameID = 1 + (seat >> 1);
        return { playerColor: seat++ % 2 === 0 ? 'WHITE' : 'BLACK', gameID };
      },
    };
  },
  bare: readAndWrite('join'),
});

function flow({ name, contents, shot, bare }: Flow): Subject {
  return async ({ databases, plan }: Setting) => {
    const rookery = await startRookery(await databases.copy(contents));
    const http = await startBare('http.ts', { DATABASE: await databases.copy(contents) });
    const own = { path: '/game', ...shot() };
    const contestants: Contestant[] = [
      { name: 'Rookery', pid: rookery.pid, load: (seconds) => shoot(rookery.port, own, seconds) },
    ];
    for (const [title, path] of Object.entries(bare)) {
      const same = { path, ...shot() };
      contestants.push({
        name: title,
        pid: http.pid,
        load: (seconds) => shoot(http.port, same, seconds),
      });
    }
    const totals = await alternate(contestants, plan);
    await Promise.all([rookery.stop(), http.stop()]);
    const ratio = (totals[0]?.perSecond ?? 0) / (totals[1]?.perSecond ?? 0);
    return {
      rows: rowsOf(name, totals),
      goals: [
        atLeast('P-5', `${name}, of bare with one read by Prisma`, { found: ratio, limit: 0.4 }),
      ],
    };
  };
}
