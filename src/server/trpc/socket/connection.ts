import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Outgoing } from './outgoing.ts';

/** Handles some of a connection's frames. @returns whether it has handled this one */
export type FrameHandler = (text: string) => boolean;

/** What counts of the request that opened a connection. */
export interface Visit {
  /** The authentication token of its headers. */
  readonly token: string | null;
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** A connection with the part of the WebSocket interface that tRPC's adapter uses; without the frames handled elsewhere. */
export class Connection extends EventEmitter {
  /** Null until the caller is known. */
  frameHandler: FrameHandler | null = null;

  constructor(
    readonly client: WebSocket,
    readonly outgoing: Outgoing,
    readonly visit: Visit,
  ) {
    super();
    client.on('message', (data, isBinary) => {
      if (isBinary || !this.frameHandler?.(String(data))) this.emit('message', data, isBinary);
    });
    client.on('error', (error) => this.emit('error', error));
    client.once('close', (...reason) => this.emit('close', ...reason));
  }

  get readyState(): WebSocket['readyState'] {
    return this.client.readyState;
  }

  send(frame: string): void {
    this.outgoing.send(frame);
  }

  close(code?: number, reason?: string): void {
    this.client.close(code, reason);
  }

  terminate(): void {
    this.client.terminate();
  }
}
