import type { Bus } from './bus.ts';

/** How long ends are kept, in ms: a session look-up that takes longer has failed. */
const LOOKUP_MS = 60_000;

/** Sessions that ended recently: a look-up that was in progress may still return such a session as open. */
export class RecentlyEndedSessions {
  /** Token digest → time of the end, oldest first. */
  readonly #ended = new Map<string, number>();

  /** @param now a clock in milliseconds, with any origin */
  constructor(
    bus: Bus,
    private readonly now: () => number,
  ) {
    bus.subscribe('sessions', (news) => {
      if (news.type === 'ended') this.#add(news.tokenDigest);
    });
  }

  has(tokenDigest: string): boolean {
    return this.#ended.has(tokenDigest);
  }

  #add(tokenDigest: string): void {
    const nowMs = this.now();
    for (const [digest, atMs] of this.#ended) {
      if (atMs > nowMs - LOOKUP_MS) break;
      this.#ended.delete(digest);
    }
    this.#ended.set(tokenDigest, nowMs);
  }
}
