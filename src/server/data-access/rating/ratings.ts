import { variant as variantName } from '../../../contract/game/index.ts';
import { speed as speedName } from '../../../contract/game/time.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';
import type { PlayerRating, RatingKind } from '../db/records.ts';

/** A rating after a game. */
interface RatingStep {
  readonly gameID: number;
  readonly after: number;
  readonly atMs: number;
}

/** A row of a leaderboard. */
interface RankedPlayer {
  readonly username: string;
  readonly rating: number;
  readonly deviation: number;
  readonly games: number;
}

export interface RatingsAccess {
  /** The ratings of these players in one kind of game, by username; players without one are absent. */
  get(usernames: readonly string[], kind: RatingKind): Promise<ReadonlyMap<string, PlayerRating>>;
  /** A player's ratings in all kinds with games. */
  ofUser(username: string): Promise<(RatingKind & PlayerRating)[]>;
  /** A player's rating after each of the last games, newest first. */
  history(username: string, kind: RatingKind, limit: number): Promise<RatingStep[]>;
  /** The highest ratings with a deviation of at most `maxDeviation`, highest first. */
  leaders(kind: RatingKind, maxDeviation: number, limit: number): Promise<RankedPlayer[]>;
}

const numbers = { rating: true, deviation: true, volatility: true } as const;

export const ratingsAccess = (client: Client): RatingsAccess => ({
  get: (usernames, { variant, speed }) =>
    mapDbErrors(async () => {
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
    mapDbErrors(async () => {
      const rows = await client.rating.findMany({
        where: { username, games: { gt: 0 } },
        orderBy: { games: 'desc' },
        select: { variant: true, speed: true, ...numbers, games: true, updatedAtMs: true },
      });
      return rows.map(({ variant, speed, updatedAtMs, ...row }) => ({
        ...row,
        variant: variantName.parse(variant),
        speed: speedName.parse(speed),
        updatedAtMs: Number(updatedAtMs),
      }));
    }),

  history: (username, kind, limit) =>
    mapDbErrors(async () => {
      const rows = await client.ratingChange.findMany({
        where: { username, ...kind },
        orderBy: [{ atMs: 'desc' }, { gameID: 'desc' }],
        take: limit,
        select: { gameID: true, after: true, atMs: true },
      });
      return rows.map((row) => ({ ...row, atMs: Number(row.atMs) }));
    }),

  leaders: (kind, maxDeviation, limit) =>
    mapDbErrors(() =>
      client.rating.findMany({
        where: { ...kind, deviation: { lte: maxDeviation }, games: { gt: 0 } },
        orderBy: [{ rating: 'desc' }, { username: 'asc' }],
        take: limit,
        select: { username: true, rating: true, deviation: true, games: true },
      }),
    ),
});
