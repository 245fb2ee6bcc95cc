import { randomInt } from 'node:crypto';
import type { Session } from '../../../contract/account/account.ts';
import { RookeryError } from '../../../contract/errors/index.ts';
import type { DataAccess } from '../../data-access/data-access.ts';
import type { Auth } from '../../data-access/db/records.ts';
import type { Bus } from '../../live/bus/bus.ts';
import type { LiveGames } from '../../live/live-games.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { PasswordRules } from './password-rules.ts';
import { isGuestName, requireFreeName } from './reserved-names.ts';

/** Letters and digits that are easy to tell apart. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

/** The number of attempts to find a free name; the length grows after every second. */
const TRIES = 12;

/** Guests are removed after this long without activity, in ms: their sessions have ended by then. */
const FORGOTTEN_MS = 30 * 24 * 60 * 60 * 1000;

/** The number of a guest's latest games that are renamed at once; the others show the new name when they are read. */
const RENAMED_GAMES = 100;

export interface GuestParts {
  readonly dataAccess: DataAccess;
  readonly liveGames: LiveGames;
  readonly bus: Bus;
  readonly hasher: PasswordHasher;
  readonly checkPassword: PasswordRules;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Guests play casual games without an account, under a name like `Guest-7kx2`. */
export class GuestService {
  constructor(private readonly parts: GuestParts) {}

  /** Whether a user is a guest. */
  async is(username: string): Promise<boolean> {
    // Only guests have such names; no query is needed for others.
    if (!isGuestName(username)) return false;
    return (await this.parts.dataAccess.getUser(username))?.guest === true;
  }

  /** Creates a guest and a session. */
  async enter(userAgent?: string): Promise<Session> {
    const { dataAccess } = this.parts;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const username = guestName(4 + Math.floor(attempt / 2));
      if (await dataAccess.guests.create(username)) {
        return { username, authToken: await dataAccess.createAuth(username, userAgent) };
      }
    }
    throw new RookeryError('too_many_requests', { retryAfterSeconds: 1 });
  }

  /**
   * Turns a guest into a registered user, who keeps the games and the session.
   * @returns false when the session is not a guest's
   * @throws RookeryError `already_taken`, `bad_request` for a reserved name or a weak password, `too_many_requests`
   */
  async register(guest: Auth, username: string, password: string, email: string): Promise<boolean> {
    const { dataAccess, hasher, checkPassword, bus } = this.parts;
    const user = await dataAccess.getUser(guest.username);
    if (!user?.guest) return false;
    requireFreeName(username);
    await checkPassword(password);
    const taken = () => new RookeryError('already_taken', { field: 'username' });
    if (await dataAccess.getUser(username)) throw taken();
    const hash = await hasher.hash(password);
    const outcome = await dataAccess.guests.register(guest.username, username, hash, email);
    if (outcome === 'gone') return false;
    if (outcome === 'taken') throw taken();
    await this.#rename(guest.username, username);
    // Open connections hold the old name, so they are closed and reconnect with the new one.
    bus.publish('sessions', { type: 'ended', tokenDigest: guest.tokenDigest });
    return true;
  }

  /** Removes inactive guests. @returns their number */
  removeOld(): Promise<number> {
    return this.parts.dataAccess.guests.removeOld(this.parts.now() - FORGOTTEN_MS);
  }

  /** Publishes the new name in the games. */
  async #rename(from: string, to: string): Promise<void> {
    const { dataAccess, liveGames } = this.parts;
    const games = await dataAccess.finder.lastOf(to, RENAMED_GAMES);
    await Promise.allSettled(games.map((gameID) => liveGames.rename(gameID, from, to)));
  }
}

function guestName(length: number): string {
  const letters = Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]);
  return `Guest-${letters.join('')}`;
}
