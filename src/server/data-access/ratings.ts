import type { Variant } from '../../contract/game.ts';
import type { Speed } from '../../contract/time.ts';
import type { Client } from './dialect.ts';
import { reached } from './reached.ts';

/** A kind of game; players have a rating in each (G-2). */
export interface RatingKind {
  readonly variant: Variant;
  readonly speed: Speed;
}

/** A strength by Glicko-2. */
interface StoredRating {
  readonly rating: number;
  readonly deviation: number;
  readonly volatility: number;
}

/** A player's rating in one kind of game. */
export interface PlayerRating extends StoredRating {
  /** Rated games that count in it; the version on which a change is conditional. */
  readonly games: number;
  readonly updatedAtMs: number;
}

/** What one game does to one player's rating. Takes effect only on the rating that it was worked out from. */
export interface RatingUpdate extends RatingKind {
  readonly gameID: number;
  readonly username: string;
  readonly atMs: number;
  readonly before: StoredRating & { readonly games: number };
  readonly after: StoredRating;
}

/** One step of a rating's history. */
interface RatingStep {
  readonly gameID: number;
  readonly after: number;
  readonly atMs: number;
}

/** A line of a leaderboard. */
interface RankedPlayer {
  readonly username: string;
  readonly rating: number;
  readonly deviation: number;
  readonly games: number;
}

export interface RatingsAccess {
  /** The ratings of these players in one kind of game, by username; who has played none is missing. */
  get(usernames: readonly string[], kind: RatingKind): Promise<ReadonlyMap<string, PlayerRating>>;
  /** All ratings of a player. */
  ofUser(username: string): Promise<(RatingKind & PlayerRating)[]>;
  /** Newest first. */
  history(username: string, kind: RatingKind, limit: number): Promise<RatingStep[]>;
  /** The strongest whose deviation is at most `maxDeviation`, strongest first. */
  leaders(kind: RatingKind, maxDeviation: number, limit: number): Promise<RankedPlayer[]>;
}

const numbers = { rating: true, deviation: true, volatility: true } as const;

export const ratingsAccess = (client: Client): RatingsAccess => ({
  get: (usernames, { variant, speed }) =>
    reached(async () => {
      const rows = await client.rating.findMany({
        where: { username: { in: [...usernames] }, variant, speed },
        select: { username: true, ...numbers, games: true, updatedAtMs: true },
      });
      return new Map(
        rows.map(({ username, updatedAtMs, ...row }) => [
          username,
          { ...row, updatedAtMs: Number(updatedAtMs) },
        ]),
      );
    }),

  ofUser: (username) =>
    reached(async () => {
      const rows = await client.rating.findMany({
        where: { username, games: { gt: 0 } },
        orderBy: { games: 'desc' },
        select: { variant: true, speed: true, ...numbers, games: true, updatedAtMs: true },
      });
      return rows.map(({ variant, speed, updatedAtMs, ...row }) => ({
        ...row,
        variant: variant as Variant,
        speed: speed as Speed,
        updatedAtMs: Number(updatedAtMs),
      }));
    }),

  history: (username, kind, limit) =>
    reached(async () => {
      const rows = await client.ratingChange.findMany({
        where: { username, ...kind },
        orderBy: [{ atMs: 'desc' }, { gameID: 'desc' }],
        take: limit,
        select: { gameID: true, after: true, atMs: true },
      });
      return rows.map((row) => ({ ...row, atMs: Number(row.atMs) }));
    }),

  leaders: (kind, maxDeviation, limit) =>
    reached(() =>
      client.rating.findMany({
        where: { ...kind, deviation: { lte: maxDeviation }, games: { gt: 0 } },
        orderBy: [{ rating: 'desc' }, { username: 'asc' }],
        take: limit,
        select: { username: true, rating: true, deviation: true, games: true },
      }),
    ),
});

/** An update as a row of JSON for one statement; `afterEvent` is the game's event before the one that ends it. */
export function ratingRow(update: RatingUpdate, afterEvent: number): unknown[] {
  const { gameID, username, variant, speed, atMs, before, after } = update;
  const { rating, deviation, volatility } = after;
  const kind = [username, variant, speed];
  return [
    gameID,
    ...kind,
    atMs,
    before.games,
    before.rating,
    rating,
    deviation,
    volatility,
    afterEvent,
  ];
}
