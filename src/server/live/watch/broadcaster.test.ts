import { setImmediate as otherTasks } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../../contract/game/index.ts';
import { Broadcaster } from './broadcaster.ts';
import { Follower, type Listener } from './follower.ts';

const event = (number: number): GameEvent => ({
  type: 'drawOffered',
  color: 'white',
  number,
  atMs: 0,
});

const CROWD = 1800;

/** A game with a crowd and one player, who followed last; `received` records what they receive, in order. */
function crowded() {
  const broadcaster = new Broadcaster();
  const received: [who: string, number: number][] = [];
  const follow = (who: string, after = 0) => {
    const listener: Listener = {
      give: ({ number }) => received.push([who, number]),
      fail: (error) => received.push([String(error), 0]),
    };
    const follower = new Follower(1, after, listener, async () => []);
    follower.begin(after);
    broadcaster.add(follower);
    return follower;
  };
  const spectators = Array.from({ length: CROWD }, (_, index) => follow(`spectator ${index}`));
  broadcaster.prefer(follow('player'));
  return { broadcaster, received, spectators, follow };
}

async function quiet(received: readonly unknown[]): Promise<void> {
  for (let before = -1; before !== received.length; ) {
    before = received.length;
    await otherTasks();
    await otherTasks();
  }
}

describe('a game with a crowd of spectators', () => {
  test('P-3 sends to the players first, and yields to other tasks between chunks', async () => {
    const { broadcaster, received } = crowded();
    broadcaster.send(event(1));
    expect(received[0]).toEqual(['player', 1]);
    const atOnce = received.length;
    expect(atOnce).toBeLessThan(CROWD / 2);
    // The next event reaches the player before the whole crowd has received the first.
    broadcaster.send(event(2));
    expect(received[atOnce]).toEqual(['player', 2]);
    await quiet(received);
    expect(received).toHaveLength(2 * (CROWD + 1));
  });

  test('T-1 sends each event to each follower once and in order while followers come and go', async () => {
    const { broadcaster, received, spectators, follow } = crowded();
    for (const number of [1, 2, 3]) broadcaster.send(event(number));
    const [gone] = spectators.slice(-1);
    if (gone) broadcaster.remove(gone);
    const late = follow('late', 3);
    broadcaster.prefer(late);
    await quiet(received);
    for (const number of [4, 5]) broadcaster.send(event(number));
    await quiet(received);
    const numbersOf = (who: string) => received.filter(([name]) => name === who).map(([, n]) => n);
    expect(numbersOf('player')).toEqual([1, 2, 3, 4, 5]);
    expect(numbersOf('late')).toEqual([4, 5]);
    for (let i = 0; i < CROWD - 1; i += 299) {
      expect(numbersOf(`spectator ${i}`)).toEqual([1, 2, 3, 4, 5]);
    }
    expect(numbersOf(`spectator ${CROWD - 1}`)).toEqual([]);
  });

  test('fails all followers when the game is removed', () => {
    const { broadcaster, received } = crowded();
    broadcaster.fail(() => 'gone');
    broadcaster.fail(() => 'gone again');
    broadcaster.send(event(1));
    expect(received).toHaveLength(CROWD + 1);
    expect(new Set(received.map(([what]) => what))).toEqual(new Set(['gone']));
  });
});
