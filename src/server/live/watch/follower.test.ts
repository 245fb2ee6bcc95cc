import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../../contract/game/index.ts';
import { Follower, type Listener } from './follower.ts';

const event = (number: number): GameEvent => ({
  type: 'drawOffered',
  color: 'white',
  number,
  atMs: 0,
});
const upTo = (last: number) => Array.from({ length: last }, (_, index) => event(index + 1));

/** A follower that knows the first `after` events of a game whose stored events are `stored`. */
function following(after: number, stored: readonly GameEvent[]) {
  const given: number[] = [];
  const failures: unknown[] = [];
  const reads: number[] = [];
  let answer = () => {};
  const listener: Listener = {
    give: ({ number }) => given.push(number),
    fail: (error) => failures.push(error),
  };
  const follower = new Follower(1, after, listener, (_gameID, number) => {
    reads.push(number);
    return new Promise((resolve) => {
      answer = () => resolve(stored.filter((one) => one.number > number));
    });
  });
  return { follower, given, failures, reads, read: async () => answer() };
}

describe('T-1 a follower', () => {
  test('receives the stored events first, and each event once, even if events arrive during the read', async () => {
    const { follower, given, read } = following(1, upTo(4));
    follower.hear(event(3));
    follower.begin(2);
    follower.hear(event(4));
    follower.hear(event(5));
    expect(given).toEqual([]);
    await read();
    await expect.poll(() => given).toEqual([2, 3, 4, 5]);
  });

  test('that is up to date reads nothing', () => {
    const { follower, given, reads } = following(2, upTo(2));
    follower.begin(2);
    follower.hear(event(2));
    follower.hear(event(3));
    expect(given).toEqual([3]);
    expect(reads).toEqual([]);
  });

  test('reads the stored events again after a gap', async () => {
    const { follower, given, reads, read } = following(0, upTo(5));
    follower.begin(0);
    follower.hear(event(1));
    follower.hear(event(4));
    follower.hear(event(6));
    expect(given).toEqual([1]);
    await read();
    await expect.poll(() => given).toEqual([1, 2, 3, 4, 5, 6]);
    expect(reads).toEqual([1]);
  });

  test('receives nothing after its end', async () => {
    const { follower, given, failures, read } = following(0, upTo(3));
    follower.begin(3);
    follower.end();
    await read();
    follower.hear(event(4));
    follower.fail('late');
    expect(given).toEqual([]);
    expect(failures).toEqual([]);
  });
});
