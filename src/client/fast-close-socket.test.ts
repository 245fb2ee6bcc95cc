import { afterEach, describe, expect, test, vi } from 'vitest';
import { retryDelayMs } from './connection.ts';
import { fastClosing } from './fast-close-socket.ts';

afterEach(() => vi.useRealTimers());

/** A socket on a network that is gone without a close: it never reports that it is closed. */
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
  const Socket = fastClosing(Mute);
  const socket = new Socket('ws://127.0.0.1/api/trpc');
  const events: string[] = [];
  for (const type of ['open', 'message', 'error', 'close']) {
    socket.addEventListener(type, (event) => {
      events.push('data' in event ? `${type} ${event.data}` : type);
    });
  }
  const native = Mute.last;
  const say = (type: string, more = {}) =>
    native.dispatchEvent(Object.assign(new Event(type), more));
  return { Socket, socket, events, native, say };
}

describe('a WebSocket that closes at once', () => {
  test('is closed as soon as close() is called, and passes on nothing more', () => {
    const { Socket, socket, events, native, say } = open();
    expect(socket.readyState).toBe(Socket.CONNECTING);
    say('open');
    say('message', { data: 'hello' });
    socket.send('a');
    socket.close(4000);
    expect(socket.readyState).toBe(Socket.CLOSED);
    expect(events).toEqual(['open', 'message hello', 'close']);
    expect(native.did).toEqual(['send a', 'close 4000']);
    say('message', { data: 'late' });
    say('close');
    socket.send('b');
    socket.close();
    expect(events).toHaveLength(3);
    expect(native.did).toHaveLength(2);
  });

  test('reports a broken connection once', () => {
    const { events, say } = open();
    say('open');
    say('error');
    say('close');
    expect(events).toEqual(['open', 'close']);
  });

  test('reports a connection that could not be opened', () => {
    const { events, say } = open();
    say('error');
    say('close');
    say('open');
    expect(events).toEqual(['error', 'close']);
  });

  test('abandons an opening that is not answered', () => {
    vi.useFakeTimers();
    const { events, native } = open();
    vi.advanceTimersByTime(9999);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(events).toEqual(['error', 'close']);
    expect(native.did).toEqual(['close undefined']);
  });

  test('stays open once opened', () => {
    vi.useFakeTimers();
    const { events, say } = open();
    say('open');
    vi.advanceTimersByTime(60_000);
    expect(events).toEqual(['open']);
  });
});

test('F-22 clients cut off together retry at different times, and wait longer each time', () => {
  const delays = (attempt: number) => Array.from({ length: 300 }, () => retryDelayMs(attempt));
  for (const attempt of [0, 1, 2, 3, 4, 9]) {
    const sorted = delays(attempt).sort((a, b) => a - b);
    const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
    expect(most).toBeLessThanOrEqual(attempt === 0 ? 150 : Math.min(250 * 2 ** attempt, 5000));
    expect(most - least).toBeGreaterThan(most / 3);
  }
});
