import type { AccountsAccess } from './account/accounts.ts';
import type { GuestsAccess } from './account/guests.ts';
import type { SessionsAccess } from './account/sessions.ts';
import type { ChatAccess } from './chat/chat.ts';
import type { RelationsAccess } from './chat/relations.ts';
import type { EngineLeaseAccess } from './game/engine-leases.ts';
import type { GameFinder } from './game/game-finder.ts';
import type { GamesAccess } from './game/games.ts';
import type { HeartbeatAccess } from './game/heartbeat.ts';
import type { ListingsAccess } from './game/listings.ts';
import type { TimingAccess } from './game/timing.ts';
import type { ReservationsAccess } from './lobby/reservations.ts';
import type { SeeksAccess } from './lobby/seeks.ts';
import type { RatingsAccess } from './rating/ratings.ts';

/**
 * The only access to stored data. Every claim (a name, a seat, a game's next event) is one conditional write that
 * returns whether it took effect; of concurrent claims exactly one does.
 *
 * Every method throws RookeryError `unavailable` when the database can't be reached.
 */
export interface DataAccess extends AccountsAccess, GamesAccess, ListingsAccess {
  readonly ratings: RatingsAccess;
  readonly heartbeat: HeartbeatAccess;
  readonly chat: ChatAccess;
  readonly relations: RelationsAccess;
  readonly reservations: ReservationsAccess;
  readonly seeks: SeeksAccess;
  readonly guests: GuestsAccess;
  readonly sessions: SessionsAccess;
  readonly finder: GameFinder;
  readonly engineLeases: EngineLeaseAccess;
  readonly timing: TimingAccess;

  /** Deletes all data of users and games; game numbers are not reused (R-CLEAR-1, R-CREATE-1). */
  clearAllData(): Promise<void>;
  close(): Promise<void>;
}
