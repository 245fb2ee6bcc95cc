import { seekReach } from '../../../contract/lobby/seek-reach.ts';
import type { Seek } from '../../data-access/lobby/seeks.ts';

/** Two who are to play each other. */
export type Pair<S> = readonly [S, S];

/** What pairing looks at in a seek. */
export type Seeker = Pick<Seek, 'username' | 'pool' | 'rating' | 'range' | 'sinceMs'>;

/** Users who may not meet, whichever of the two has blocked the other: by each one's name, the others'. */
export type Blocks = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Who is to play whom, at `nowMs`. Only seeks of the same pool meet. Whoever has waited longest is served first, and gets
 * the one nearest in rating who is within the reach of both together; the reach grows with waiting, so that even two
 * of very different strength meet in the end. Nobody gets one outside their own range, nor themselves, nor two at once, nor
 * one of `blocks` (G-4).
 */
export function pairsOf<S extends Seeker>(
  seeks: readonly S[],
  nowMs: number,
  blocks: Blocks = new Map(),
): Pair<S>[] {
  const pools = new Map<string, S[]>();
  for (const seek of seeks) {
    const key = JSON.stringify(seek.pool);
    const pool = pools.get(key);
    if (pool) pool.push(seek);
    else pools.set(key, [seek]);
  }
  return [...pools.values()].flatMap((pool) => pairsWithin(pool, nowMs, blocks));
}

function pairsWithin<S extends Seeker>(
  pool: readonly S[],
  nowMs: number,
  blocks: Blocks,
): Pair<S>[] {
  const byRating = [...pool].sort((a, b) => a.rating - b.rating);
  const places = new Map(byRating.map((seek, place) => [seek, place]));
  const oldestFirst = [...pool].sort((a, b) => a.sinceMs - b.sinceMs);
  const longestWaited = nowMs - (oldestFirst[0]?.sinceMs ?? nowMs);
  const paired = new Set<S>();
  const pairs: Pair<S>[] = [];
  for (const seek of oldestFirst) {
    if (paired.has(seek)) continue;
    // Nobody further away than this can be within the reach of both.
    const furthest = reachAt(seek, nowMs) + seekReach(longestWaited);
    const near = nearest(byRating, places.get(seek) ?? 0, furthest);
    const avoided = blocks.get(seek.username);
    for (const other of near) {
      if (paired.has(other) || !mayMeet(seek, other, nowMs)) continue;
      if (avoided?.has(other.username)) continue;
      paired.add(seek).add(other);
      pairs.push([seek, other]);
      break;
    }
  }
  return pairs;
}

/** The others from the nearest in rating on, up to `furthest` away. */
function* nearest<S extends Seeker>(byRating: readonly S[], place: number, furthest: number) {
  const own = byRating[place]?.rating ?? 0;
  let [below, above] = [place - 1, place + 1];
  const away = (at: number) => {
    const seek = byRating[at];
    const off = seek ? Math.abs(seek.rating - own) : Number.POSITIVE_INFINITY;
    return off <= furthest ? off : Number.POSITIVE_INFINITY;
  };
  for (;;) {
    const at = away(below) < away(above) ? below-- : above++;
    const seek = byRating[at];
    if (!seek || away(at) === Number.POSITIVE_INFINITY) return;
    yield seek;
  }
}

function mayMeet(a: Seeker, b: Seeker, nowMs: number): boolean {
  return (
    a.username !== b.username &&
    Math.abs(a.rating - b.rating) <= reachAt(a, nowMs) + reachAt(b, nowMs) &&
    takes(a, b) &&
    takes(b, a)
  );
}

const reachAt = (seek: Seeker, nowMs: number): number => seekReach(nowMs - seek.sinceMs) / 2;

const takes = ({ range }: Seeker, { rating }: Seeker): boolean =>
  range === null || (rating >= range.min && rating <= range.max);
