import { connect } from 'node:net';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { hash } from '@node-rs/argon2';
import { shoot } from '../lib/http-load.ts';
import { startBare, startRookery } from '../lib/processes.ts';
import { ACCOUNT, argon2id } from '../lib/rows.ts';
import { atLeast, type Subject } from '../lib/subject.ts';
import { rowsOf } from '../lib/table.ts';
import { alternate, type Window } from '../lib/windows.ts';

/** `POST /session`, beside a loop that only verifies the same password. */
export const login: Subject = async ({ databases, plan }) => {
  const file = await databases.copy({ users: 100, games: 1000, kind: 'mixed' });
  const rookery = await startRookery(file);
  const bare = await startBare('argon2id.ts', {
    PASSWORD: ACCOUNT.password,
    HASH: await hash(ACCOUNT.password, argon2id),
  });
  const shot = { method: 'POST', path: '/session', body: () => ACCOUNT } as const;
  const totals = await alternate(
    [
      { name: 'Rookery', pid: rookery.pid, load: (s) => shoot(rookery.port, shot, s, 8) },
      { name: 'bare argon2id loop', pid: bare.pid, load: (s) => count(bare.port, s) },
    ],
    plan,
  );
  await Promise.all([rookery.stop(), bare.stop()]);
  const perCore = (totals[0]?.perSecond ?? 0) / availableParallelism();
  return {
    rows: rowsOf('login', totals),
    goals: [atLeast('P-7', 'logins a second and core', { found: perCore, limit: 60 })],
  };
};

/** Runs the loop for a while and collects its times. */
function count(port: number, seconds: number): Promise<Window> {
  return new Promise((resolve, reject) => {
    const latenciesMs: number[] = [];
    const began = performance.now();
    const socket = connect(port, '127.0.0.1').on('error', reject);
    createInterface(socket).on('line', (line) => latenciesMs.push(Number(line)));
    setTimeout(() => {
      socket.destroy();
      const elapsed = (performance.now() - began) / 1000;
      // Running checks end before the next contestant's turn.
      setTimeout(() => resolve({ latenciesMs, refused: 0, seconds: elapsed }), 100);
    }, seconds * 1000);
  });
}
