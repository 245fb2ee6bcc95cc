/** Limits resyncs to one a beat; further requests within a beat are merged into one for the next. */
export class ResyncLimiter {
  #isDone = false;
  /** The reason for a resync in the next beat; null for none. */
  #missed: string | null = null;

  /** @param resync reloads all cached data; the reason is for the log */
  constructor(private readonly resync: (reason: string) => void) {}

  /** Resyncs now, or in the next beat if there was a resync in this one. */
  request(reason: string): void {
    if (this.#isDone) {
      this.#missed = reason;
      return;
    }
    this.#isDone = true;
    this.#missed = null;
    this.resync(reason);
  }

  /** Begins a new beat. @param reason why a resync is needed even if none was requested */
  beat(reason: string | null): void {
    this.#isDone = false;
    const missed = this.#missed ?? reason;
    if (missed !== null) this.request(missed);
  }
}
