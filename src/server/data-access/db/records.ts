import { z } from 'zod';
import type {
  EventBody,
  GameEvent,
  GameStatus,
  GameSummary,
  Variant,
} from '../../../contract/game/index.ts';
import type { GameSetup } from '../../../contract/game/setup.ts';
import type { Speed } from '../../../contract/game/time.ts';

/** What is stored, as data access gives and takes it. */

export interface User {
  /** As typed at registration. */
  readonly username: string;
  readonly createdAtMs: number;
  /** Plays without an account. */
  readonly guest: boolean;
}

export interface Login {
  readonly username: string;
  /** Argon2id, PHC form. */
  readonly passwordHash: string;
}

/** What a user may do beyond playing. */
export const role = z.enum(['user', 'admin']);
export type Role = z.infer<typeof role>;

export interface Auth {
  readonly username: string;
  /** SHA-256 of the token, base64url: names the session without being able to open it. */
  readonly tokenDigest: string;
  readonly role: Role;
}

/** A seat taken: the event that tells so, and the game with it. */
export interface SeatTaken {
  readonly event: GameEvent;
  readonly game: GameSummary;
}

/** Which games `getGames` lists (R-LIST-2). */
export interface GameSelection {
  /** At most so many; all when absent. */
  readonly limit?: number | undefined;
  /** Only games with a larger number. */
  readonly after?: number | undefined;
  readonly status?: GameStatus | undefined;
}

type MovedBody = Extract<EventBody, { type: 'moved' }>;

/** An event as stored: what a replay can tell (a move's colour and position) is left out. */
type StoredBody =
  | Exclude<EventBody, MovedBody>
  | Pick<MovedBody, 'type' | 'ply' | 'uci' | 'san' | 'clocks'>;

export interface StoredEvent {
  readonly number: number;
  readonly atMs: number;
  readonly body: StoredBody;
  /** How much lag the mover may still have made good after this move, ms (C-5); absent for all that changes no quota. */
  readonly quotaMs?: number | undefined;
}

/** A game with all that happened in it, in order. */
export interface StoredGame {
  readonly gameID: number;
  readonly gameName: string;
  readonly createdAtMs: number;
  readonly initialFen: string;
  readonly setup: GameSetup;
  /** The players' names as they are now, which may have changed since they sat down. */
  readonly names: { readonly white: string | null; readonly black: string | null };
  readonly events: readonly StoredEvent[];
  /** When no server ran since the game's last event, oldest first. */
  readonly downtimes: readonly Downtime[];
}

/** What one decision adds to a game, written whole or not at all, and only on the state that it was decided on. */
export interface GameCommit {
  readonly gameID: number;
  /** The number of the last event that the decision knew of. */
  readonly afterEvent: number;
  /** Numbered from `afterEvent + 1`, without gaps. */
  readonly events: readonly GameEvent[];
  /** The game's row once they are in. */
  readonly row: GameSummary;
  /** How much lag the mover may still have made good after the move among the events, ms (C-5). */
  readonly quotaMs?: number | undefined;
  /** What the game did to its players' ratings: written with its end, so that nothing can come between (E-8). */
  readonly ratings?: readonly RatingUpdate[] | undefined;
}

/** A time during which no server ran, ms since 1970. */
export interface Downtime {
  readonly fromMs: number;
  readonly toMs: number;
}

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
