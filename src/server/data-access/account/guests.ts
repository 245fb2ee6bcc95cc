import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** Users who play without an account. */
export interface GuestsAccess {
  /** @returns false when the name is taken */
  create(username: string): Promise<boolean>;
  /**
   * Makes a guest a registered user under another name; their games and sessions are theirs still.
   * @returns `taken` when the name is somebody else's, `gone` when there is no such guest
   */
  register(
    guest: string,
    username: string,
    passwordHash: string,
    email: string,
  ): Promise<'done' | 'taken' | 'gone'>;
  /**
   * Removes guests made before `beforeMs` who have no session left (one ends 30 days after its last use) and no
   * unfinished game. @returns how many
   */
  removeOld(beforeMs: number): Promise<number>;
}

/** Prisma's code for a value that must be unique and isn't. */
const NOT_UNIQUE = 'P2002';

export const guestsAccess = (client: Client, now: () => number): GuestsAccess => ({
  create: (username) =>
    mapDbErrors(async () => {
      const written = await client.$executeRaw`
        INSERT INTO "user" ("username", "usernameKey", "passwordHash", "email", "createdAtMs", "guest")
        VALUES (${username}, ${username.toLowerCase()}, '', '', ${now()}, ${true}) ON CONFLICT DO NOTHING`;
      return written === 1;
    }),

  register: (guest, username, passwordHash, email) =>
    mapDbErrors(async () => {
      try {
        // Games, sessions and all else follow the name by their foreign keys.
        const { count } = await client.user.updateMany({
          where: { username: guest, guest: true },
          data: {
            username,
            usernameKey: username.toLowerCase(),
            passwordHash,
            email,
            guest: false,
            createdAtMs: now(),
          },
        });
        return count === 1 ? 'done' : 'gone';
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === NOT_UNIQUE) return 'taken';
        throw error;
      }
    }),

  removeOld: (beforeMs) =>
    mapDbErrors(async () => {
      const unfinished = { none: { status: { not: 'finished' } } };
      const { count } = await client.user.deleteMany({
        where: {
          guest: true,
          createdAtMs: { lt: beforeMs },
          auths: { none: {} },
          whiteGames: unfinished,
          blackGames: unfinished,
          hostedGames: unfinished,
        },
      });
      return count;
    }),
});
