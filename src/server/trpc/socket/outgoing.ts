import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** The first byte of a text message in one frame, and the lengths that need more bytes (RFC 6455, 5.2). */
const TEXT = 0x81;
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;

/** A text message as the frame that a server sends. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < TWO_BYTES ? 2 : length < 2 ** 16 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = TWO_BYTES;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = EIGHT_BYTES;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}

/** The connections with frames to write at the end of this turn of the event loop. */
export class Turn {
  #connections: Outgoing[] = [];

  add(connection: Outgoing): void {
    if (this.#connections.length === 0) process.nextTick(() => this.#end());
    this.#connections.push(connection);
  }

  #end(): void {
    const connections = this.#connections;
    this.#connections = [];
    for (const connection of connections) connection.flush();
  }
}

/**
 * Frames to a client. Those of one turn of the event loop, such as an answer and an event, share one write. They go to the
 * socket itself: `ws` would make several chunks of each, and compresses nothing here.
 */
export class Outgoing {
  #frames: Buffer[] = [];

  constructor(
    private readonly client: WebSocket,
    private readonly socket: Duplex,
    private readonly turn: Turn,
  ) {}

  send(text: string): void {
    this.sendFrame(textFrame(text));
  }

  /** @param frame of {@link textFrame}; connections may share it */
  sendFrame(frame: Buffer): void {
    if (this.#frames.length === 0) this.turn.add(this);
    this.#frames.push(frame);
  }

  /** Writes the frames of this turn, in their order. */
  flush(): void {
    const frames = this.#frames;
    this.#frames = [];
    const [first] = frames;
    if (!first || this.client.readyState !== this.client.OPEN) return;
    this.socket.write(frames.length === 1 ? first : Buffer.concat(frames));
  }
}
