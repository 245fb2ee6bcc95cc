import { once } from 'node:events';
import { WebSocket } from 'ws';

/** How a connection ended. */
interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** An error of the server, thrown by {@link TrpcSocket.call}. */
export class SocketError extends Error {
  constructor(readonly shape: { readonly message: string; readonly data: object }) {
    super(shape.message);
  }
}

/** A frame in answer to the request with this id; `id` is null when the server could not read one. */
interface Frame {
  readonly id: number | null;
  readonly result?: { readonly type?: string; readonly data?: unknown; readonly id?: string };
  readonly error?: SocketError['shape'];
}

/** tRPC's WebSocket protocol without a client library: no retries or reconnects. */
export interface TrpcSocket {
  /** The answer's data. @throws SocketError */
  call(method: 'query' | 'mutation', path: string, input?: unknown): Promise<unknown>;
  /** Subscribes. @returns its frames, in order, until the subscription or the connection ends */
  subscribe(path: string, input?: unknown): AsyncGenerator<Frame, void>;
  /** Sends text or bytes unchanged. */
  send(raw: string | Uint8Array): void;
  /** The next frame of this id. */
  next(id: number | null): Promise<Frame>;
  readonly closed: Promise<Closing>;
  close(): void;
}

export interface SocketInput {
  /** Sent in the first frame, as by browsers, which can't set headers. */
  readonly params?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** @throws Error when the upgrade fails */
export async function openSocket(
  url: string,
  { params, headers = {} }: SocketInput = {},
): Promise<TrpcSocket> {
  const address = `${url.replace(/^http/, 'ws')}/api/trpc${params ? '?connectionParams=1' : ''}`;
  const socket = new WebSocket(address, { headers });
  const frames: Frame[] = [];
  let wake = () => {};
  let open = true;
  const closed = new Promise<Closing>((resolve) => {
    socket.on('close', (code, reason) => {
      open = false;
      resolve({ code, reason: reason.toString() });
      wake();
    });
  });
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === 'PING') return socket.send('PONG');
    if (text !== 'PONG') frames.push(JSON.parse(text));
    wake();
  });
  await once(socket, 'open');
  if (params) socket.send(JSON.stringify({ method: 'connectionParams', data: params }));

  async function next(id: number | null): Promise<Frame> {
    for (;;) {
      const at = frames.findIndex((frame) => frame.id === id);
      const [frame] = at < 0 ? [] : frames.splice(at, 1);
      if (frame) return frame;
      if (!open) throw new Error(`The connection closed before ${id} was answered.`);
      await new Promise<void>((resolve) => {
        const before = wake;
        wake = () => {
          before();
          resolve();
        };
      });
    }
  }
  let lastId = 0;
  const send = (method: string, path: string, input: unknown) => {
    const id = ++lastId;
    socket.send(JSON.stringify({ id, jsonrpc: '2.0', method, params: { path, input } }));
    return id;
  };
  return {
    async call(method, path, input) {
      const { result, error } = await next(send(method, path, input));
      if (error) throw new SocketError(error);
      return result?.data;
    },
    async *subscribe(path, input) {
      const id = send('subscription', path, input);
      for (;;) {
        const frame = await next(id);
        yield frame;
        if (frame.error || frame.result?.type === 'stopped') return;
      }
    },
    send: (raw) => socket.send(raw),
    next,
    closed,
    close: () => socket.close(),
  };
}

/**
 * Requests an upgrade that must fail. @returns the HTTP answer
 * @throws Error when the server opens the connection
 */
export async function upgradeError(
  url: string,
  headers: Readonly<Record<string, string>>,
  path = '/api/trpc',
): Promise<{ readonly status: number; readonly body: unknown }> {
  const socket = new WebSocket(url.replace(/^http/, 'ws') + path, { headers });
  socket.on('error', () => {});
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      socket.terminate();
      reject(new Error('The upgrade succeeded.'));
    });
    socket.on('unexpected-response', async (request, answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      request.destroy();
      resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) });
    });
  });
}
