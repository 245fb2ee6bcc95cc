import { afterEach, describe, expect, test, vi } from 'vitest';
import { retryDelayMs } from './connection.ts';
import { promptly } from './fast-close-socket.ts';

afterEach(() => vi.useRealTimers());

/** A socket on a network that has gone without a word: it never says that it is closed. */
class Mute extends EventTarget {
  static last: Mute;
  readonly did: string[] = [];
  binaryType = 'blob';
  constructor(readonly url: string) {
    super();
    Mute.last = this;
  }
  send(data: string) {
    this.did.push(`send ${data}`);
  }
  close(code?: number) {
    this.did.push(`close ${code}`);
  }
}

function open() {
  const Socket = promptly(Mute);
  const socket = new Socket('ws://127.0.0.1/api/trpc');
  const told: string[] = [];
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (event) => {
      told.push('data' in event ? `${type} ${event.data}` : type);
    });
  }
  const native = Mute.last;
  const say = (type: string, more = {}) =>
    native.dispatchEvent(Object.assign(new Event(type), more));
  return { Socket, socket, told, native, say };
}

describe('a socket that is over at once', () => {
  test('is closed when it is told to close, and hears nothing of the old connection then', () => {
    const { Socket, socket, told, native, say } = open();
    expect(socket.readyState).toBe(Socket.CONNECTING);
    say('open');
    say('message', { data: 'hello' });
    socket.send('a');
    socket.close(4000);
    expect(socket.readyState).toBe(Socket.CLOSED);
    expect(told).toEqual(['open', 'message hello', 'close']);
    expect(native.did).toEqual(['send a', 'close 4000']);
    say('message', { data: 'late' });
    say('close');
    socket.send('b');
    socket.close();
    expect(told).toHaveLength(3);
    expect(native.did).toHaveLength(2);
  });

  test('says once that it broke', () => {
    const { told, say } = open();
    say('open');
    say('error');
    say('close');
    expect(told).toEqual(['open', 'close']);
  });

  test('says of a connection that could not be opened that it failed', () => {
    const { told, say } = open();
    say('error');
    say('close');
    say('open');
    expect(told).toEqual(['error', 'close']);
  });

  test('gives an opening up that is not answered', () => {
    vi.useFakeTimers();
    const { told, native } = open();
    vi.advanceTimersByTime(9999);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual(['error', 'close']);
    expect(native.did).toEqual(['close undefined']);
  });

  test('once open it stays open', () => {
    vi.useFakeTimers();
    const { told, say } = open();
    say('open');
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['open']);
  });
});

test('F-22 those cut off at one moment come back scattered, and wait longer each time', () => {
  const delays = (attempt: number) => Array.from({ length: 300 }, () => retryDelayMs(attempt));
  for (const attempt of [0, 1, 2, 3, 4, 9]) {
    const sorted = delays(attempt).sort((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    expect(most).toBeLessThanOrEqual(attempt === 0 ? 150 : Math.min(250 * 2 ** attempt, 5000));
    expect(most - least).toBeGreaterThan(most / 3);
  }
});
