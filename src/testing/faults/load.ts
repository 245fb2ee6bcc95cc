import type { DataAccess } from '../../server/data-access/data-access.ts';
import type { GameCommit } from '../../server/data-access/db/records.ts';
import { liveFixtureOn } from '../games/live-game.ts';
import { longGame } from '../games/long-game.ts';

/** A move that was acknowledged. */
export interface Acknowledged {
  readonly gameID: number;
  readonly number: number;
  readonly uci: string;
  readonly whiteMs: number;
  readonly blackMs: number;
}

/** How long a server that answers too early leaves its writes undone, in milliseconds: longer than it lives. */
const EARLY_MS = 60_000;

/** F-21: acknowledges before it commits, as a server must not do. */
export function tooEarly(real: DataAccess): DataAccess {
  let last: Promise<unknown> = Promise.resolve();
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'commitEvents') return value.bind(target);
      return async (commits: readonly GameCommit[]) => {
        const later = new Promise((resolve) => setTimeout(resolve, EARLY_MS));
        last = Promise.all([last, later]).then(() => target.commitEvents(commits));
        return new Set(commits.map(({ gameID }) => gameID));
      };
    },
  });
}

/** Plays all these games at once, to their ends, and reports each acknowledged move. */
export async function playAll(
  dataAccess: DataAccess,
  games: readonly number[],
  report: (move: Acknowledged) => Promise<void>,
): Promise<void> {
  const now = Object.defineProperty({ dataAccess, nowMs: 0 }, 'nowMs', { get: Date.now });
  const live = liveFixtureOn(now);
  const play = async (gameID: number) => {
    const { moves } = await live.games.view(gameID);
    for (let ply = moves.length; ply < longGame.length; ply++) {
      const username = ply % 2 ? 'bob' : 'alice';
      const uci = longGame[ply]?.uci ?? '';
      const events = await live.games.execute(gameID, { type: 'move', username, ply, uci });
      for (const event of events) {
        if (event.type !== 'moved' || !event.clocks) continue;
        await report({ gameID, number: event.number, uci, ...event.clocks });
      }
    }
  };
  await Promise.all(games.map(play));
}
