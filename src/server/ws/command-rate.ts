/** The window in which commands are counted, in milliseconds (W-8). */
const WINDOW_MS = 10_000;

/** How many commands in a window are executed; more are rejected (W-8). */
const MOST_SERVED = 50;

/** How many commands in a window close the connection (W-8). */
const MOST_SENT = 200;

/** The rate of one connection's commands. */
export class CommandRate {
  /** Arrival times of the commands in the last window, oldest first, ms. */
  readonly #cameAtMs: number[] = [];

  /**
   * Counts a command.
   * @param nowMs milliseconds of any monotonic clock
   * @returns how to treat the command
   */
  judge(nowMs: number): 'serve' | 'reject' | 'close' {
    const came = this.#cameAtMs;
    while ((came[0] ?? nowMs) <= nowMs - WINDOW_MS) came.shift();
    came.push(nowMs);
    if (came.length >= MOST_SENT) return 'close';
    return came.length > MOST_SERVED ? 'reject' : 'serve';
  }
}
