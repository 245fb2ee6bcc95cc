import type { DataAccess } from '../../server/data-access/data-access.ts';

/** F-2: kills this process when a decision is on disk, before anybody knows of it. */
export function dyingAfterCommit(real: DataAccess): DataAccess {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'commitEvents') return value.bind(target);
      return async (...commits: Parameters<DataAccess['commitEvents']>) => {
        await target.commitEvents(...commits);
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => {}); // the signal may take a moment
      };
    },
  });
}
