import { WebSocket } from 'ws';
import { openAll } from './trpc-socket.ts';

/** Many sockets that wait for the same message. They don't parse what they get: the load generator must not be the bottleneck. */
export class Audience {
  readonly #sockets: WebSocket[] = [];
  #missing = 0;
  #done = () => {};

  /**
   * Opens more sockets.
   * @param greeting the message that each sends once it is open
   * @param counts whether a frame is one of the expected ones
   */
  async open(
    count: number,
    url: string,
    greeting: string | null,
    counts: (frame: Buffer) => boolean,
  ): Promise<void> {
    const sockets = await openAll(count, async () => {
      const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      const answered = greeting && new Promise((resolve) => socket.once('message', resolve));
      if (greeting) socket.send(greeting);
      await answered;
      socket.on('message', (frame: Buffer) => {
        if (counts(frame) && --this.#missing === 0) this.#done();
      });
      return socket;
    });
    this.#sockets.push(...sockets);
  }

  /** Resolves when each has received one more frame. */
  all(): Promise<void> {
    this.#missing = this.#sockets.length;
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }
}
