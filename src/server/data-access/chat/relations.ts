import { z } from 'zod';
import type { Relations } from '../../../contract/chat/index.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/**
 * `mute`: the user doesn't see the other's chat messages. `block`: neither sees the other's messages, and they can't
 * play each other: no challenge, no open game, no pairing.
 */
const relationKind = z.enum(['mute', 'block']);
export type RelationKind = z.infer<typeof relationKind>;

/** The mutes and blocks between users (G-4). Usernames are as typed at registration. */
export interface RelationsAccess {
  /** Whether either user has blocked the other. */
  isBlocked(username: string, other: string): Promise<boolean>;
  /** Mutes or blocks the other user, and replaces an earlier relation. */
  set(username: string, other: string, kind: RelationKind, atMs: number): Promise<void>;
  remove(username: string, other: string): Promise<void>;
  /** The users that a user has blocked or muted, sorted by name. */
  of(username: string): Promise<Relations>;
  /** The users whose messages are hidden from a user: those muted or blocked, and those who blocked the user. */
  unheardBy(username: string): Promise<ReadonlySet<string>>;
}

export const relationsAccess = (client: Client): RelationsAccess => ({
  isBlocked: (username, other) =>
    mapDbErrors(async () => {
      const pairs = [
        { username, other },
        { username: other, other: username },
      ];
      return (await client.relation.count({ where: { kind: 'block', OR: pairs } })) > 0;
    }),

  set: (username, other, kind, atMs) =>
    mapDbErrors(async () => {
      await client.$executeRaw`
        INSERT INTO "relation" ("username", "other", "kind", "atMs")
        VALUES (${username}, ${other}, ${kind}, ${atMs})
        ON CONFLICT ("username", "other") DO UPDATE
        SET "kind" = excluded."kind", "atMs" = excluded."atMs"`;
    }),

  remove: (username, other) =>
    mapDbErrors(async () => {
      await client.relation.deleteMany({ where: { username, other } });
    }),

  of: (username) =>
    mapDbErrors(async () => {
      const rows = await client.relation.findMany({
        where: { username },
        orderBy: { other: 'asc' },
        select: { other: true, kind: true },
      });
      const named = (wanted: RelationKind) =>
        rows.flatMap(({ other, kind }) => (relationKind.parse(kind) === wanted ? [other] : []));
      return { blocked: named('block'), muted: named('mute') };
    }),

  unheardBy: (username) =>
    mapDbErrors(async () => {
      const rows = await client.relation.findMany({
        where: { OR: [{ username }, { other: username, kind: 'block' }] },
        select: { username: true, other: true },
      });
      return new Set(rows.map((row) => (row.username === username ? row.other : row.username)));
    }),
});
