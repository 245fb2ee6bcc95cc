import { writeFrame } from './frame.ts';
import type { Wire } from './wire.ts';

/** A frame takes no more messages from here on, in characters; a single message may be longer. */
const FRAME_LENGTH = 256 * 1024;

/** With so much waiting, in characters, all of it is given up: a resync is cheaper for the others. */
const MOST_WAITING = 8 * 1024 * 1024;

/**
 * What a process has to send: in order, what comes while one frame is on its way goes into the next. What can't be sent
 * is dropped, never kept for later: the database has it, and the gap in the numbers tells the others to look there.
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
    if (this.#length > MOST_WAITING) this.drop();
    // What else is said at this moment goes along.
    this.#sending ??= new Promise((resolve) => {
      setImmediate(() => this.#send().finally(resolve));
    });
  }

  /** Gives up what waits. */
  drop(): void {
    if (this.#lines.length > 0) this.#number++;
    this.#lines = [];
    this.#length = 0;
  }

  /** Resolves when nothing waits any more. */
  async sent(): Promise<void> {
    while (this.#sending !== null) await this.#sending;
  }

  async #send(): Promise<void> {
    while (this.#lines.length > 0) {
      const frame = { id: this.id, number: ++this.#number, lines: this.#next() };
      // Not sent, or perhaps sent: those who miss this number find out.
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
