import type { Bus } from '../live/bus.ts';

/** A look-up that takes longer than this has failed, ms. */
const LOOKUP_MS = 60_000;

/** Sessions that have ended not long ago: one whose look-up was under way may have been found open all the same. */
export class RecentEnds {
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

/** How many sessions are looked up in one query. */
const CHUNK = 500;

/**
 * Finds connections whose session has ended without this process having heard of it.
 * @param sessions the session that each connection was opened with
 * @param findOpen returns those of these sessions that have not ended
 */
export async function endedSessions<C>(
  sessions: ReadonlyMap<C, string>,
  findOpen: (tokenDigests: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<C[]> {
  const digests = [...new Set(sessions.values())];
  const ended = new Set<string>();
  for (let from = 0; from < digests.length; from += CHUNK) {
    const asked = digests.slice(from, from + CHUNK);
    const open = await findOpen(asked);
    for (const digest of asked) if (!open.has(digest)) ended.add(digest);
  }
  return [...sessions].flatMap(([connection, digest]) => (ended.has(digest) ? [connection] : []));
}
