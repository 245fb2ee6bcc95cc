import { cpuMs } from './processes.ts';

/** The result of one window of load. */
export interface Window {
  /** The latency of each answered request, in milliseconds. */
  readonly latenciesMs: readonly number[];
  readonly refused: number;
  /** The window's length, in seconds. */
  readonly seconds: number;
}

/** A server under load: Rookery or a counterpart. */
export interface Contestant {
  readonly name: string;
  /** The process whose processor time is measured. */
  readonly pid: number;
  load(seconds: number): Promise<Window>;
}

/** All windows of one contestant. */
export interface Total {
  readonly name: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time per answered request, in microseconds: of the server, and of the load generator. */
  readonly serverUs: number;
  readonly loadUs: number;
  readonly refused: number;
}

export interface Plan {
  readonly rounds: number;
  readonly seconds: number;
}

/** Loads the contestants alternately, after one warm-up window each. */
export async function alternate(
  contestants: readonly Contestant[],
  { rounds, seconds }: Plan,
): Promise<Total[]> {
  for (const contestant of contestants) await contestant.load(seconds);
  const sums = contestants.map(({ name, pid, load }) => ({ name, pid, load, ...noSum() }));
  for (let round = 0; round < rounds; round++) {
    for (const sum of sums) {
      const serverBefore = cpuMs(sum.pid);
      const loadBefore = process.cpuUsage();
      const window = await sum.load(seconds);
      const load = process.cpuUsage(loadBefore);
      sum.serverMs += cpuMs(sum.pid) - serverBefore;
      sum.loadMs += (load.user + load.system) / 1000;
      sum.seconds += window.seconds;
      sum.refused += window.refused;
      for (const latency of window.latenciesMs) sum.latencies.push(latency);
    }
  }
  const silent = sums.find(({ latencies }) => latencies.length === 0);
  if (silent) throw new Error(`${silent.name} answered nothing.`);
  return sums.map(({ name, latencies, serverMs, loadMs, seconds: duration, refused }) => ({
    name,
    perSecond: latencies.length / duration,
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    serverUs: (serverMs * 1000) / latencies.length,
    loadUs: (loadMs * 1000) / latencies.length,
    refused,
  }));
}

const noSum = () => ({
  latencies: [] as number[],
  serverMs: 0,
  loadMs: 0,
  seconds: 0,
  refused: 0,
});

/** The value below which a share `q` of the values lies. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
