import { writeFrame } from './frame.ts';
import type { Wire } from './wire.ts';

/** The maximum length of a frame in characters; only a single message may be longer. */
const FRAME_LENGTH = 256 * 1024;

/** When more characters than this are queued, all are dropped: a resync is cheaper for the receivers. */
const MAX_QUEUED = 8 * 1024 * 1024;

/**
 * The send queue of a process. Lines pushed while a frame is being sent go into the next one. A frame that can't be
 * sent is dropped, not retried: receivers notice the gap in the frame numbers and read the database instead.
 */
export class Outbox {
  #lines: string[] = [];
  #length = 0;
  #number = 0;
  #sending: Promise<void> | null = null;

  constructor(
    private readonly id: string,
    private readonly wire: Pick<Wire, 'send'>,
  ) {}

  push(line: string): void {
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length > MAX_QUEUED) this.drop();
    // Lines pushed in the same tick share a frame.
    this.#sending ??= new Promise((resolve) => {
      setImmediate(() => this.#send().finally(resolve));
    });
  }

  /** Drops the queued lines. */
  drop(): void {
    if (this.#lines.length > 0) this.#number++;
    this.#lines = [];
    this.#length = 0;
  }

  /** Resolves when the queue is empty. */
  async sent(): Promise<void> {
    while (this.#sending !== null) await this.#sending;
  }

  async #send(): Promise<void> {
    while (this.#lines.length > 0) {
      const frame = { id: this.id, number: ++this.#number, lines: this.#next() };
      // Whether a failed frame arrived is unknown; processes that miss its number resync.
      await this.wire.send(writeFrame(frame)).catch(() => {});
    }
    this.#sending = null;
  }

  #next(): string[] {
    let count = 0;
    let length = 0;
    for (const line of this.#lines) {
      if (count > 0 && length + line.length > FRAME_LENGTH) break;
      count++;
      length += line.length;
    }
    this.#length -= length;
    return this.#lines.splice(0, count);
  }
}
