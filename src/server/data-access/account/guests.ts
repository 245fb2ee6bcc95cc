import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** Users who play without an account. */
export interface GuestsAccess {
  /** @returns false when the name is taken */
  create(username: string): Promise<boolean>;
  /**
   * Turns a guest into a registered user with a new name. The user keeps the guest's games and sessions.
   * @returns `taken` when another user has the name, `gone` for an unknown guest
   */
  register(
    guest: string,
    username: string,
    passwordHash: string,
    email: string,
  ): Promise<'done' | 'taken' | 'gone'>;
  /**
   * Removes guests created before `beforeMs` who have no session (sessions expire 30 days after their last use) and no
   * unfinished game. @returns how many
   */
  removeOld(beforeMs: number): Promise<number>;
}

/** Prisma's code for a violated unique constraint. */
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
        // Games, sessions and other rows follow the new name by their foreign keys.
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
