import { get } from 'node:http';
import { cpuMs, residentMB, startBare, startRookery } from '../lib/processes.ts';
import { ACCOUNT, tokenOf } from '../lib/rows.ts';
import { atLeast, below, type Subject } from '../lib/subject.ts';
import { digits, type Row } from '../lib/table.ts';
import { quantile } from '../lib/windows.ts';

/** Downloads per contestant and round. */
const DOWNLOADS = 5;

/** `GET /game` with 100,000 games: time to the first byte, throughput, and memory. */
export const stream: Subject = async ({ databases, plan }) => {
  const contents = { users: 1000, games: 100_000, kind: 'mixed' } as const;
  const rookery = await startRookery(await databases.copy(contents));
  const bare = await startBare('http.ts', { DATABASE: await databases.copy(contents) });
  const contestants = [
    { name: 'Rookery', ...rookery, path: '/game' },
    { name: 'bare, all at once by Prisma', ...bare, path: '/prisma/list' },
    { name: 'bare, in chunks by better-sqlite3', ...bare, path: '/sqlite/chunks' },
  ].map((one) => ({ ...one, before: residentMB(one.pid), ...nothing() }));
  // The first download is slow and doesn't count; its memory does.
  for (const one of contestants) {
    one.peakMB = (await download(one.port, one.path, one.pid)).peakMB;
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (const one of contestants) {
      const serverBefore = cpuMs(one.pid);
      const loadBefore = process.cpuUsage();
      for (let i = 0; i < DOWNLOADS; i++) {
        const { firstMs, allMs, bytes, peakMB } = await download(one.port, one.path, one.pid);
        one.firstMs.push(firstMs);
        one.allMs.push(allMs);
        one.bytes += bytes;
        one.peakMB = Math.max(one.peakMB, peakMB);
      }
      one.serverMs += cpuMs(one.pid) - serverBefore;
      const load = process.cpuUsage(loadBefore);
      one.loadMs += (load.user + load.system) / 1000;
    }
  }
  await Promise.all([rookery.stop(), bare.stop()]);

  const results = contestants.map((one) => {
    const totalMs = one.allMs.reduce((sum, ms) => sum + ms, 0);
    return {
      ...one,
      perSecond: (one.allMs.length * 1000) / totalMs,
      rate: one.bytes / 1000 / totalMs,
      first: quantile(one.firstMs, 0.99),
      grown: one.peakMB - one.before,
    };
  });
  const [own] = results;
  if (!own) throw new Error('Nothing was measured.');
  const rows = results.map(
    (one, index): Row => ({
      subject: index === 0 ? 'list streamed' : '',
      who: one.name,
      perSecond: one.perSecond,
      p50Ms: quantile(one.allMs, 0.5),
      p99Ms: quantile(one.allMs, 0.99),
      serverUs: (one.serverMs * 1000) / one.allMs.length,
      loadUs: (one.loadMs * 1000) / one.allMs.length,
      ...(index > 0 && { ratio: own.perSecond / one.perSecond }),
      note: `first byte ${digits(one.first)} ms at most, ${digits(one.rate)} MB/s, memory +${digits(one.grown)} MB`,
    }),
  );
  return {
    rows,
    goals: [
      below('P-6', 'first byte of 100,000 games', { found: own.first, limit: 50, unit: ' ms' }),
      below('P-6', 'memory for it', { found: own.grown, limit: 64, unit: ' MB' }),
      atLeast('P-6', 'speed', { found: own.rate, limit: 100, unit: ' MB/s' }),
    ],
  };
};

const nothing = () => ({
  firstMs: [] as number[],
  allMs: [] as number[],
  bytes: 0,
  peakMB: 0,
  serverMs: 0,
  loadMs: 0,
});

/** Reads one response to its end, and samples the server's memory meanwhile. */
function download(port: number, path: string, pid: number) {
  return new Promise<{ firstMs: number; allMs: number; bytes: number; peakMB: number }>(
    (resolve, reject) => {
      const began = performance.now();
      const since = () => performance.now() - began;
      let peakMB = 0;
      const look = () => {
        peakMB = Math.max(peakMB, residentMB(pid));
      };
      const watch = setInterval(look, 10);
      const headers = { authorization: tokenOf(ACCOUNT.username) };
      get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        let firstMs = 0;
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          firstMs ||= since();
          bytes += part.length;
        });
        response.on('end', () => {
          clearInterval(watch);
          look();
          if (response.statusCode === 200) resolve({ firstMs, allMs: since(), bytes, peakMB });
          else reject(new Error(`${path} answered ${response.statusCode}`));
        });
      }).on('error', reject);
    },
  );
}
