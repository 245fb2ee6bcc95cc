import type { Bus } from './bus.ts';

/** A look-up that takes longer than this has failed, ms. */
const LOOKUP_MS = 60_000;

/** Sessions that have ended not long ago: one whose look-up was under way may have been found open all the same. */
export class RecentlyEndedSessions {
  /** When each ended, oldest first. */
  readonly #ended = new Map<string, number>();

  /** @param now milliseconds since any moment */
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
