import { seekReach } from '../../../contract/lobby/seek-reach.ts';
import type { Seek } from '../../data-access/lobby/seeks.ts';

/** Two seeks to pair. */
export type Pair<S> = readonly [S, S];

/** The properties of a seek that pairing uses. */
export type Seeker = Pick<Seek, 'username' | 'pool' | 'rating' | 'range' | 'sinceMs'>;

/** For each username, the users it must not be paired with, whichever of the two blocked the other. */
export type Blocks = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Computes the pairs at `nowMs`, within each pool. The seek that has waited longest is paired first, with the nearest
 * rating within the combined reach of both; the reach grows with the waiting time, so that even very different ratings
 * are paired in the end. No pair is outside a seek's own range, has one user twice or is in `blocks` (G-4), and no user
 * is paired twice.
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
    // No seek farther away can be within the combined reach.
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

/** The other seeks by distance in rating, up to `furthest`. */
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
