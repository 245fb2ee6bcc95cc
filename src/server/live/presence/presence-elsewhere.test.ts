import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seatedGame } from '../../../testing/games/decided-game.ts';
import { onWire } from '../../../testing/server/buses.ts';
import type { MemoryWire } from '../../../testing/server/memory-wire.ts';
import type { SharedBus } from '../bus/redis/shared-bus.ts';
import { PresenceBoard } from './presence.ts';

const game = seatedGame();

interface Process {
  readonly bus: SharedBus;
  readonly board: PresenceBoard;
}

describe('presence across several processes', () => {
  let wire: MemoryWire;
  let processes: Process[] = [];
  const openBus = onWire((one) => {
    wire = one;
  });
  const start = async (): Promise<Process> => {
    const bus = await openBus(20);
    const board = new PresenceBoard({ bus, games: { known: () => game }, now: () => 0 });
    const process = { bus, board };
    processes.push(process);
    return process;
  };
  let a: Process;
  let b: Process;
  beforeEach(async () => {
    processes = [];
    [a, b] = [await start(), await start()];
  });
  afterEach(() => Promise.all(processes.map(({ bus }) => bus.close())));

  /** Resolves when a process shows this presence. */
  const shows = ({ board }: Process, white: boolean, black: boolean, spectators: number) =>
    expect.poll(() => board.of(game), { interval: 5 }).toMatchObject({ white, black, spectators });

  test('G-4 counts viewers across all processes, each user once', async () => {
    const leaves = [
      a.board.enter(1, 'alice'),
      b.board.enter(1, 'bob'),
      a.board.enter(1, 'carol'),
      b.board.enter(1, 'carol'),
      a.board.enter(1, null),
      b.board.enter(1, null),
    ];
    for (const process of [a, b]) await shows(process, true, true, 3);
    leaves[2]?.(true);
    leaves[4]?.(true);
    for (const process of [a, b]) await shows(process, true, true, 2);
    for (const leave of leaves.slice(0, 2)) leave(true);
    leaves[3]?.(true);
    for (const process of [a, b]) await shows(process, false, false, 1);
  });

  test('G-4 publishes arrivals and departures at another process', async () => {
    const published: unknown[] = [];
    a.bus.subscribe('presence:1', (presence) => published.push(presence));
    const leave = b.board.enter(1, 'bob');
    await expect
      .poll(() => published)
      .toMatchObject([{ white: false, black: true, spectators: 0 }]);
    leave(true);
    await expect.poll(() => published).toHaveLength(2);
    expect(published[1]).toMatchObject({ white: false, black: false, spectators: 0 });
  });

  test('G-4 a process that starts later receives all viewers of the others', async () => {
    a.board.enter(1, 'alice');
    for (let n = 0; n < 2500; n++) a.board.enter(1, null);
    b.board.enter(2, 'bob');
    const late = await start();
    await shows(late, true, false, 2500);
    await expect.poll(() => late.board.of({ ...game, gameID: 2 }).black).toBe(true);
  });

  test('G-4 removes the viewers of a process that leaves', async () => {
    a.board.enter(1, 'alice');
    a.board.enter(1, 'carol');
    b.board.enter(1, 'carol');
    await shows(b, true, false, 1);
    await a.bus.close();
    await shows(b, false, false, 1);
  });

  test('G-4 removes the viewers of a process that dies without a goodbye', async () => {
    a.board.enter(1, 'alice');
    b.board.enter(1, 'bob');
    await shows(b, true, true, 0);
    wire.silence(a.bus.id);
    await shows(b, false, true, 0);
    wire.silence('');
    for (const process of [a, b]) await shows(process, true, true, 0);
  });

  test('F-8 keeps all viewers while the bus is down, and corrects the counts afterwards', async () => {
    const published: unknown[] = [];
    a.board.enter(1, 'alice');
    const leave = b.board.enter(1, 'bob');
    await shows(a, true, true, 0);
    a.bus.subscribe('presence:1', (presence) => published.push(presence));
    wire.down();
    leave(true);
    b.board.enter(1, 'carol');
    const beats = wire.sent.length;
    await expect.poll(() => wire.sent.length).toBeGreaterThan(beats + 40);
    expect(published).toEqual([]);
    wire.up();
    for (const process of [a, b]) await shows(process, true, false, 1);
  });

  test('E-6 while the bus is down, a player who may be at another process is not absent', async () => {
    a.board.enter(1, 'alice');
    b.board.enter(1, 'bob')(false);
    await expect.poll(() => wire.sent.join().includes('"left"')).toBe(true);
    expect(a.board.absences(game)).toEqual({ white: null, black: { sinceMs: 0, left: false } });
    wire.down();
    b.board.enter(1, 'bob');
    expect(a.board.absences(game)).toEqual({ white: null, black: null });
    wire.up();
    await shows(a, true, true, 0);
    expect(a.board.absences(game)).toEqual({ white: null, black: null });
  });

  test('F-8 corrects the counts after lost messages', async () => {
    const leave = b.board.enter(1, 'bob');
    await shows(a, false, true, 0);
    wire.lossy = true;
    const sent = wire.sent.length;
    leave(true);
    b.board.enter(1, null);
    await expect.poll(() => wire.sent.slice(sent).join().includes('"left"')).toBe(true);
    wire.lossy = false;
    await shows(a, false, false, 1);
  });
});
