// A process for races: opens the database of its argument, reports that, and executes the races it receives.
import type { Color } from '../../contract/game/index.ts';
import type { DataAccess } from '../../server/data-access/data-access.ts';
import { openDatabase } from '../../server/data-access/open.ts';
import type { Command } from '../../server/game/decide/index.ts';
import { replayGame } from '../../server/game/replay.ts';
import { commitOf, moveBy } from '../games/decided-game.ts';
import { liveFixtureOn } from '../games/live-game.ts';
import { dyingAfterCommit } from './fault-points.ts';
import { type Acknowledged, playAll, tooEarly } from './load.ts';

/** A race for this process; all its parts run simultaneously. */
export type Race =
  | {
      readonly type: 'join';
      readonly gameID: number;
      readonly color: Color;
      readonly names: readonly string[];
    }
  | { readonly type: 'register'; readonly names: readonly string[] }
  | {
      readonly type: 'move';
      readonly gameID: number;
      /** The number of the last event of the position that the moves are chosen in. */
      readonly afterEvent: number;
      readonly ucis: readonly string[];
    }
  /** Executes a command, and dies between the commit and the answer (F-2). */
  | { readonly type: 'die'; readonly gameID: number; readonly command: Command }
  /** Plays all these games at once; `early`: like a server that acknowledges before it commits (F-21). */
  | { readonly type: 'load'; readonly games: readonly number[]; readonly early: boolean };

/** A message of this process: ready, failed, or what it won. */
export type RacerNews =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly name: string; readonly message: string }
  | { readonly type: 'won'; readonly won: readonly string[] }
  | { readonly type: 'moved'; readonly move: Acknowledged };

async function race(dataAccess: DataAccess, task: Race): Promise<readonly string[]> {
  const winners = async (all: readonly string[], attempt: (one: string) => Promise<boolean>) => {
    const won = await Promise.all(all.map(attempt));
    return all.filter((_, n) => won[n]);
  };
  switch (task.type) {
    case 'join': {
      const { gameID, color, names } = task;
      return winners(
        names,
        async (name) => (await dataAccess.addToGame(name, color, gameID)) !== null,
      );
    }
    case 'register':
      return winners(task.names, (name) => dataAccess.createUser(name, 'hash', 'a@example.org'));
    case 'move': {
      const { gameID, afterEvent, ucis } = task;
      const stored = await dataAccess.loadGame(gameID);
      if (!stored) return [];
      // Another process may have moved already; this one doesn't know yet.
      const events = stored.events.filter(({ number }) => number <= afterEvent);
      const state = replayGame({ ...stored, events });
      return winners(ucis, async (uci) => {
        const commit = commitOf(state, moveBy(state, uci), 0);
        return (await dataAccess.commitEvents([commit])).has(gameID);
      });
    }
    case 'die':
      await liveFixtureOn({ dataAccess: dyingAfterCommit(dataAccess), nowMs: 0 }).games.execute(
        task.gameID,
        task.command,
      );
      return [];
    case 'load': {
      const { games, early } = task;
      const access = early ? tooEarly(dataAccess) : dataAccess;
      await playAll(access, games, (move) => say({ type: 'moved', move }));
      return [];
    }
    default:
      return task satisfies never;
  }
}

/** Resolves when the message has left this process. */
function say(news: RacerNews): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

process.on('disconnect', () => process.exit());
try {
  const databaseUrl = process.argv[2] ?? '';
  const { dataAccess } = await openDatabase({ databaseUrl, root: process.cwd(), now: Date.now });
  process.on('message', async (task: Race) => {
    await say({ type: 'won', won: await race(dataAccess, task) });
  });
  await say({ type: 'ready' });
} catch (error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  await say({ type: 'refused', name, message });
  process.disconnect?.();
}
