/** Lets one resync through a beat: many reasons within it are one. */
export class ResyncLimiter {
  #isDone = false;
  /** Why another one is needed with the next beat. */
  #missed: string | null = null;

  /** @param resync has everything read again, for a reason */
  constructor(private readonly resync: (reason: string) => void) {}

  /** Resyncs now, or with the next beat where there was one in this. */
  request(reason: string): void {
    if (this.#isDone) {
      this.#missed = reason;
      return;
    }
    this.#isDone = true;
    this.#missed = null;
    this.resync(reason);
  }

  /** A new beat begins. @param reason why a resync is needed besides what was requested */
  beat(reason: string | null): void {
    this.#isDone = false;
    const missed = this.#missed ?? reason;
    if (missed !== null) this.request(missed);
  }
}
