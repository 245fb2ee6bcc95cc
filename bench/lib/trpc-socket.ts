import { WebSocket } from 'ws';
import { tokenOf } from './rows.ts';

/** A frame of tRPC's WebSocket protocol, as the server sends it. */
interface Frame {
  readonly id: number;
  readonly result?: { readonly type: string; readonly data?: unknown };
  readonly error?: { readonly message: string };
}

/** A connection like a browser's: authenticated by cookie, with tRPC's frames. */
export class TrpcSocket {
  readonly #socket: WebSocket;
  readonly #hearers = new Map<number, (frame: Frame) => void>();
  #id = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#hear(String(data)));
  }

  static open(port: number, username: string): Promise<TrpcSocket> {
    const origin = `http://127.0.0.1:${port}`;
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/trpc`, {
      perMessageDeflate: false,
      headers: { origin, cookie: `rookery=${tokenOf(username)}` },
    });
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => resolve(new TrpcSocket(socket)));
    });
  }

  /** Calls a query or a mutation; `done` gets the result, or null for an error. */
  call(
    method: 'query' | 'mutation',
    path: string,
    input: unknown,
    done: (answer: unknown) => void,
  ): void {
    const id = this.#send(method, path, input);
    this.#hearers.set(id, ({ result }) => {
      this.#hearers.delete(id);
      done(result?.data ?? null);
    });
  }

  /** Resolves when the subscription has started; then `onData` gets each item. */
  subscribe(path: string, input: unknown, onData: (item: unknown) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = this.#send('subscription', path, input);
      this.#hearers.set(id, ({ result, error }) => {
        if (error) reject(new Error(`${path}: ${error.message}`));
        else if (result?.type === 'data') onData(result.data);
        else resolve();
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#socket.once('close', () => resolve());
      this.#socket.close();
    });
  }

  #send(method: string, path: string, input: unknown): number {
    const id = ++this.#id;
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params: { path, input } }));
    return id;
  }

  #hear(text: string): void {
    if (text === 'PING') this.#socket.send('PONG');
    else if (text.startsWith('{')) {
      const frame: Frame = JSON.parse(text);
      this.#hearers.get(frame.id)?.(frame);
    }
  }
}

/** Opens many connections in groups: a listening socket's queue is short. */
export async function openAll<T>(count: number, open: (index: number) => Promise<T>): Promise<T[]> {
  const opened: T[] = [];
  for (let i = 0; i < count; i += 100) {
    const batch = Array.from({ length: Math.min(100, count - i) }, (_, n) => open(i + n));
    opened.push(...(await Promise.all(batch)));
  }
  return opened;
}

/** The ply of a numbered event `{id, data: {type: 'moved', ply}}`; 0 for any other. */
export function plyOf(item: unknown): number {
  const { data } = item as { data: { type: string; ply?: number } };
  return data.type === 'moved' ? (data.ply ?? 0) : 0;
}
