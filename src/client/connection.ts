import { createWSClient, type TRPCWebSocketClient } from '@trpc/client';
import { fastClosing, type WebSocketClass } from './fast-close-socket.ts';

/** `reconnecting`: the connection was lost and is being opened again; subscriptions then continue where they were. */
export type ConnectionState = 'connecting' | 'connected' | 'reconnecting';

export interface SocketOptions {
  /** The server's origin: `http://localhost:3000`. */
  readonly url: string;
  /** A session's token; a browser's cookie needs none. */
  readonly token?: string | undefined;
  /** For runtimes without their own WebSocket (Node before 22): the class of the package `ws`. */
  readonly WebSocket?: WebSocketClass | undefined;
  readonly onState?: ((state: ConnectionState) => void) | undefined;
}

/** Spread of the first retries, in milliseconds: clients that lost their connection together don't all return at once. */
const FIRST_MS = 150;

/** The delay before the next retry, in milliseconds: near zero, then growing to 5 s, each with half of it random. @internal exported for its tests */
export function retryDelayMs(attempt: number): number {
  if (attempt === 0) return Math.random() * FIRST_MS;
  const most = Math.min(250 * 2 ** attempt, 5000);
  return most / 2 + (Math.random() * most) / 2;
}

/** A WebSocket that reconnects by itself. */
export function openSocket({ url, token, WebSocket, onState }: SocketOptions): TRPCWebSocketClient {
  let opened = false;
  const socket = createWSClient({
    url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/api/trpc`,
    retryDelayMs,
    // Detects within 8 s that the network is gone without a close.
    keepAlive: { enabled: true, intervalMs: 5000, pongTimeoutMs: 3000 },
    ...(token !== undefined && { connectionParams: { token } }),
    WebSocket: fastClosing(WebSocket ?? globalThis.WebSocket),
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
