import { RookeryError } from '../../contract/errors/index.ts';
import type { DataAccess } from '../../server/data-access/data-access.ts';

/** A real data access whose answers can be held back: what was asked is done, but nobody hears of it. */
export interface LossyLine {
  readonly dataAccess: DataAccess;
  /** While set, the answer to every write to a game is lost. */
  cut: boolean;
}

export function lossyLine(real: DataAccess): LossyLine {
  const line: LossyLine = {
    cut: false,
    dataAccess: new Proxy(real, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const method = value.bind(target);
        if (name !== 'commitEvents' && name !== 'addToGame') return method;
        return async (...commits: unknown[]) => {
          const answer: unknown = await method(...commits);
          if (line.cut) throw new RookeryError('unavailable');
          return answer;
        };
      },
    }),
  };
  return line;
}
