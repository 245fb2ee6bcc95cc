import { RookeryError } from '../../contract/errors/index.ts';
import type { DataAccess } from '../../server/data-access/data-access.ts';

/** A real data access whose answers can be withheld: writes are done, but the caller doesn't learn of it. */
export interface LossyLine {
  readonly dataAccess: DataAccess;
  /** While set, the answer to every write to a game is lost. */
  cut: boolean;
  /** While set, writes to games and their answers are lost. */
  down: boolean;
}

const writes: ReadonlySet<unknown> = new Set(['commitEvents', 'addToGame', 'pair']);

export function lossyLine(real: DataAccess): LossyLine {
  const lossy = <T extends object>(whole: T): T =>
    new Proxy(whole, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (name === 'seeks' && typeof value === 'object' && value) return lossy(value);
        if (typeof value !== 'function') return value;
        const method = value.bind(target);
        if (!writes.has(name)) return method;
        return async (...args: unknown[]) => {
          if (line.down) throw new RookeryError('unavailable');
          const answer: unknown = await method(...args);
          if (line.cut) throw new RookeryError('unavailable');
          return answer;
        };
      },
    });
  const line: LossyLine = { cut: false, down: false, dataAccess: lossy(real) };
  return line;
}
