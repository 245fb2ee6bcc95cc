/** The number of sessions per query. */
const CHUNK = 500;

/**
 * Finds connections whose session has ended without this process receiving the event.
 * @param sessions the session of each connection
 * @param findOpen returns the sessions that have not ended
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
