/** The time over which commands are counted, in milliseconds (W-8). */
const WINDOW_MS = 10_000;

/** So many commands in a window are carried out; more are refused (W-8). */
const MOST_SERVED = 50;

/** At so many the connection is closed (W-8). */
const MOST_SENT = 200;

/** How fast one connection sends. */
export class CommandRate {
  /** When the commands of the last window came, oldest first, ms. */
  readonly #cameAtMs: number[] = [];

  /**
   * Counts a command.
   * @param nowMs milliseconds since any moment
   * @returns what is to be done with it
   */
  judge(nowMs: number): 'serve' | 'refuse' | 'close' {
    const came = this.#cameAtMs;
    while ((came[0] ?? nowMs) <= nowMs - WINDOW_MS) came.shift();
    came.push(nowMs);
    if (came.length >= MOST_SENT) return 'close';
    return came.length > MOST_SERVED ? 'refuse' : 'serve';
  }
}
