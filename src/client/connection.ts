import { createWSClient, type TRPCWebSocketClient } from '@trpc/client';
import { promptly, type WebSocketClass } from './fast-close-socket.ts';

/** `reconnecting`: it was there before and comes back by itself; subscriptions go on where they were. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting';

export interface SocketOptions {
  /** The server's origin: `http://localhost:3000`. */
  readonly url: string;
  /** A session's token; a browser's cookie needs none. */
  readonly token?: string | undefined;
  /** For runtimes without a WebSocket of their own (Node before 22): the one of the package `ws`. */
  readonly WebSocket?: WebSocketClass | undefined;
  readonly onState?: ((state: ConnectionState) => void) | undefined;
}

/** The first attempts of all who were cut off at one moment are scattered over so long, in milliseconds. */
const FIRST_MS = 150;

/** How long to wait before trying again, in milliseconds: almost nothing, then growing to 5 s, scattered by half. @internal exported for its tests */
export function retryDelayMs(attempt: number): number {
  if (attempt === 0) return Math.random() * FIRST_MS;
  const most = Math.min(250 * 2 ** attempt, 5000);
  return most / 2 + (Math.random() * most) / 2;
}

/** A WebSocket to the server that comes back by itself. */
export function openSocket({ url, token, WebSocket, onState }: SocketOptions): TRPCWebSocketClient {
  let opened = false;
  const socket = createWSClient({
    url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/api/trpc`,
    retryDelayMs,
    // Finds out within 8 s that the network has gone without a word.
    keepAlive: { enabled: true, intervalMs: 5000, pongTimeoutMs: 3000 },
    ...(token !== undefined && { connectionParams: { token } }),
    WebSocket: promptly(WebSocket ?? globalThis.WebSocket),
  });
  socket.connectionState.subscribe({
    next({ state }) {
      opened ||= state === 'pending';
      if (state === 'pending') onState?.('connected');
      if (state === 'connecting') onState?.(opened ? 'reconnecting' : 'connecting');
    },
  });
  return socket;
}
