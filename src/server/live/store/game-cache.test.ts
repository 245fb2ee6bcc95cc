import { beforeEach, describe, expect, test } from 'vitest';
import { GameCache } from './game-cache.ts';
import { GamesInMemory } from './games-in-memory.ts';

let cache: GameCache;
let memory: GamesInMemory;
let log: string[];
beforeEach(() => {
  memory = new GamesInMemory();
  log = [];
  cache = new GameCache({
    dataAccess: { loadGame: async () => null },
    bus: { subscribe: () => () => {} },
    memory,
    schedule: { follow: () => {}, removeAll: () => {} },
    publisher: { publish: () => {}, publishHere: () => {} },
    now: () => 0,
  });
});

/** Work that takes a few turns of the event loop. */
const work = (name: string) => async () => {
  log.push(`${name} begins`);
  await new Promise((resolve) => setImmediate(resolve));
  log.push(`${name} ends`);
};

describe('work on a game', () => {
  test('begins at once when none is running, and otherwise in turn', async () => {
    const first = cache.inTurn(1, work('first'));
    expect(log).toEqual(['first begins']);
    await Promise.all([first, cache.inTurn(1, work('second')), cache.inTurn(2, work('other'))]);
    expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('first ends'));
    expect(log.indexOf('first ends')).toBeLessThan(log.indexOf('second begins'));
    expect(memory.get(1)?.tail).toBeNull();
  });

  test('waits for the work that asks for it', async () => {
    const inner: Promise<void>[] = [];
    await cache.inTurn(1, async () => {
      inner.push(cache.inTurn(1, work('inner')));
      await work('outer')();
    });
    await Promise.all(inner);
    expect(log).toEqual(['outer begins', 'outer ends', 'inner begins', 'inner ends']);
  });

  test('goes on after work that fails', async () => {
    const failing = cache.inTurn(1, async () => {
      throw new Error('broken');
    });
    const next = cache.inTurn(1, work('next'));
    await expect(failing).rejects.toThrow('broken');
    await next;
    expect(log).toEqual(['next begins', 'next ends']);
  });
});
