import type { Profile } from '../../contract/account/account.ts';
import type { Color, GameSummary, Lobby } from '../../contract/game/index.ts';
import type { GameSetup } from '../../contract/game/setup.ts';
import type { GuestsAccess } from './account/guests.ts';
import type { ChatAccess } from './chat/chat.ts';
import type { RelationsAccess } from './chat/relations.ts';
import type {
  Auth,
  GameCommit,
  GameSelection,
  Login,
  Role,
  SeatTaken,
  StoredGame,
  User,
} from './db/records.ts';
import type { EngineLeaseAccess } from './game/engine-leases.ts';
import type { GameFinder } from './game/game-finder.ts';
import type { HeartbeatAccess } from './game/heartbeat.ts';
import type { TimingAccess } from './game/timing.ts';
import type { ReservationsAccess } from './lobby/reservations.ts';
import type { SeeksAccess } from './lobby/seeks.ts';
import type { RatingsAccess } from './rating/ratings.ts';

/**
 * Everything that is stored, and the only way to it. Every claim (a name, a seat, a game's next event) is one
 * conditional write: it says whether it took effect, and of racing ones exactly one does.
 *
 * Every method throws RookeryError `unavailable` when the database can't be reached.
 */
export interface DataAccess {
  readonly ratings: RatingsAccess;
  readonly heartbeat: HeartbeatAccess;
  readonly chat: ChatAccess;
  readonly relations: RelationsAccess;
  readonly reservations: ReservationsAccess;
  readonly seeks: SeeksAccess;
  readonly guests: GuestsAccess;
  readonly finder: GameFinder;
  readonly engineLeases: EngineLeaseAccess;
  readonly timing: TimingAccess;

  /** Finds a user without regard to case (R-REG-2). */
  getUser(username: string): Promise<User | null>;
  /** @returns false when the name is taken (R-REG-3) */
  createUser(username: string, passwordHash: string, email: string): Promise<boolean>;
  /** Null also for users without a password, as whom nobody can sign in. */
  getLogin(username: string): Promise<Login | null>;

  /** Takes effect with the next call of each of the user's sessions. @returns false when there is no such user */
  setRole(username: string, role: Role): Promise<boolean>;

  /** @returns a new token of 256 random bits, base64url; only its digest is stored */
  createAuth(username: string, userAgent?: string): Promise<string>;
  /** Finds the session of a token that has not expired, and moves its expiry on (30 days after its last use). */
  getAuth(authToken: string): Promise<Auth | null>;
  /** @returns those of these sessions that have not ended */
  getOpenSessions(tokenDigests: readonly string[]): Promise<ReadonlySet<string>>;
  /** @returns false when there was no such session */
  deleteAuth(authToken: string): Promise<boolean>;
  /** Removes sessions that have expired. @returns how many */
  deleteExpiredAuths(): Promise<number>;

  /**
   * The selected games, oldest first, as pieces of a JSON array's inside: `{"gameID":1,…},{…}`, to be joined by commas.
   * The database writes the JSON, ten times faster than row by row, and only one piece is in memory at a time (R-LIST-1).
   */
  getGames(selection: GameSelection): AsyncIterable<string>;
  getGame(gameID: number): Promise<GameSummary | null>;
  /** @returns the number of the new game, never used before (R-CREATE-1) */
  createGameID(
    gameName: string,
    initialFen: string,
    atMs: number,
    setup?: GameSetup,
  ): Promise<number>;
  /** Removes a game in which nothing has happened yet. @returns false when something has */
  discardGame(gameID: number): Promise<boolean>;
  /** The games that may be due before `beforeMs`, by what was known at their last event. */
  getDueGames(beforeMs: number): Promise<number[]>;
  /** Whether a game with a clock is being played. */
  isClockRunning(): Promise<boolean>;
  /**
   * Takes a seat if it is empty and the game isn't over (R-JOIN-4).
   * @returns what was written, or null when the seat could not be taken
   */
  addToGame(username: string, clientColor: Color, gameID: number): Promise<SeatTaken | null>;

  listSummaries(selection: GameSelection & { limit: number }): Promise<GameSummary[]>;
  getLobby(length: number): Promise<Lobby>;
  getProfile(username: string): Promise<Profile | null>;
  /** A user's games, newest first; `before`: only those with a smaller number. */
  getUserGames(username: string, limit: number, before?: number): Promise<GameSummary[]>;

  /** The games that these users are playing, or finished after `finishedAfterMs`. @returns their numbers */
  getGamesOf(usernames: readonly string[], finishedAfterMs: number): Promise<number[]>;

  loadGame(gameID: number): Promise<StoredGame | null>;
  /** @returns the number of each game's last event; games that there aren't are left out */
  getLastEvents(gameIDs: readonly number[]): Promise<ReadonlyMap<number, number>>;
  /**
   * Writes many games' decisions in one transaction, at most one for each game.
   * @returns the games whose decision took effect; the others had moved on, and nothing of theirs was written
   */
  commitEvents(commits: readonly GameCommit[]): Promise<ReadonlySet<number>>;

  /** Removes everything; numbers of games go on from where they were (R-CLEAR-1, R-CREATE-1). */
  clearAllData(): Promise<void>;
  close(): Promise<void>;
}
