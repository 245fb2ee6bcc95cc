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

/** The records that data access reads and writes. */

export interface User {
  /** As typed at registration. */
  readonly username: string;
  readonly createdAtMs: number;
  /** Whether the user plays without an account. */
  readonly guest: boolean;
}

export interface Login {
  readonly username: string;
  /** Argon2id in PHC string format. */
  readonly passwordHash: string;
}

/** A user's permissions. */
export const role = z.enum(['user', 'admin']);
export type Role = z.infer<typeof role>;

export interface Auth {
  readonly username: string;
  /** SHA-256 of the token, base64url: identifies the session, but doesn't authenticate. */
  readonly tokenDigest: string;
  readonly role: Role;
}

/** The event of a taken seat, and the game after it. */
export interface SeatTaken {
  readonly event: GameEvent;
  readonly game: GameSummary;
}

/** Selects the games of a list (R-LIST-2). */
export interface GameSelection {
  /** The maximum number of games; all when absent. */
  readonly limit?: number | undefined;
  /** Only games with a larger gameID. */
  readonly after?: number | undefined;
  readonly status?: GameStatus | undefined;
}

type MovedBody = Extract<EventBody, { type: 'moved' }>;

/** A stored event body, without what a replay restores (a move's colour and position). */
type StoredBody =
  | Exclude<EventBody, MovedBody>
  | Pick<MovedBody, 'type' | 'ply' | 'uci' | 'san' | 'clocks'>;

export interface StoredEvent {
  readonly number: number;
  readonly atMs: number;
  readonly body: StoredBody;
  /** The mover's lag quota after this move, ms (C-5); absent for events that don't change it. */
  readonly quotaMs?: number | undefined;
}

/** A game with all its events, in order. */
export interface StoredGame {
  readonly gameID: number;
  readonly gameName: string;
  readonly createdAtMs: number;
  readonly initialFen: string;
  readonly setup: GameSetup;
  /** The players' current names, which may differ from those in the events. */
  readonly names: { readonly white: string | null; readonly black: string | null };
  readonly events: readonly StoredEvent[];
  /** The downtimes since the game's last change, oldest first. */
  readonly downtimes: readonly Downtime[];
}

/** The changes of one decision to a game: written atomically, and only if the game has no newer events. */
export interface GameCommit {
  readonly gameID: number;
  /** The number of the last event that the decision knew. */
  readonly afterEvent: number;
  /** Numbered from `afterEvent + 1`, without gaps. */
  readonly events: readonly GameEvent[];
  /** The game's row after the events. */
  readonly row: GameSummary;
  /** The mover's lag quota after the move among the events, ms (C-5). */
  readonly quotaMs?: number | undefined;
  /** The rating changes of the players: written in the same transaction as the game's end (E-8). */
  readonly ratings?: readonly RatingUpdate[] | undefined;
}

/** A period without a running server, ms since 1970. */
export interface Downtime {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A kind of game with ratings of its own (G-2). */
export interface RatingKind {
  readonly variant: Variant;
  readonly speed: Speed;
}

/** A Glicko-2 rating. */
interface StoredRating {
  readonly rating: number;
  readonly deviation: number;
  readonly volatility: number;
}

/** A player's rating in one kind of game. */
export interface PlayerRating extends StoredRating {
  /** The number of rated games; also the version on which an update is conditional. */
  readonly games: number;
  readonly updatedAtMs: number;
}

/** The change of one player's rating by one game. Takes effect only if the rating is still `before`. */
export interface RatingUpdate extends RatingKind {
  readonly gameID: number;
  readonly username: string;
  readonly atMs: number;
  readonly before: StoredRating & { readonly games: number };
  readonly after: StoredRating;
}
