import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** What is sent to a client. What leaves in one go of the event loop, an answer and an event, say, is one write. */
export class Outgoing {
  #corked = false;

  constructor(
    private readonly client: WebSocket,
    private readonly socket: Duplex,
  ) {}

  /** @param frame text, or text as its bytes */
  send(frame: string | Buffer): void {
    if (!this.#corked) {
      this.#corked = true;
      this.socket.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.socket.uncork();
      });
    }
    this.client.send(frame, { binary: false });
  }
}

/** Takes some of a connection's frames. @returns whether it has taken this one */
export type FrameHandler = (text: string) => boolean;

/** A connection as tRPC's adapter has it, which uses no more of it than this: without the frames that are taken before. */
export class Connection extends EventEmitter {
  /** Null as long as it is not known who calls. */
  frameHandler: FrameHandler | null = null;

  constructor(
    readonly client: WebSocket,
    readonly outgoing: Outgoing,
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
