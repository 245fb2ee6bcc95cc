import type { ChatMessage, ChatRoom, ReportReason } from '../../../contract/chat/index.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** One of a game's two rooms. */
export interface RoomKey {
  readonly gameID: number;
  readonly room: ChatRoom;
}

/** A message before it has its number. */
interface NewMessage extends RoomKey {
  readonly username: string;
  readonly text: string;
  readonly atMs: number;
}

/** What one user may write in all rooms together. */
interface FloodLimit {
  /** Fewer than so many … */
  readonly most: number;
  /** … since then, ms since 1970. */
  readonly sinceMs: number;
  /** Not the same text again since then, ms since 1970. */
  readonly sameSinceMs: number;
}

/** A message that somebody found should not have been written. */
interface NewReport extends RoomKey {
  readonly reporter: string;
  /** The message's. */
  readonly number: number;
  readonly reported: string;
  readonly reason: ReportReason;
  readonly atMs: number;
}

export interface ChatAccess {
  /**
   * Writes a message under the room's next number if its author may write now: one conditional write.
   * @returns the message; null when the limit forbids it, the game or the author is gone, or another took the number
   */
  add(message: NewMessage, limit: FloodLimit): Promise<ChatMessage | null>;
  /** What a user wrote since then in all rooms, oldest first. */
  recent(username: string, sinceMs: number): Promise<Pick<ChatMessage, 'text' | 'atMs'>[]>;
  /** A room's messages after number `after`, in order. */
  after(key: RoomKey, after: number): Promise<ChatMessage[]>;
  /** A room's last messages, in order. */
  last(key: RoomKey, count: number): Promise<ChatMessage[]>;
  one(key: RoomKey, number: number): Promise<ChatMessage | null>;
  /** Keeps a report; the same one again changes nothing. */
  report(report: NewReport): Promise<void>;
  /** How many reports a user made since then. */
  countReports(reporter: string, sinceMs: number): Promise<number>;
}

const columns = { number: true, username: true, text: true, atMs: true } as const;

const messageOf = (row: {
  number: number;
  username: string;
  text: string;
  atMs: bigint;
}): ChatMessage => ({ ...row, atMs: Number(row.atMs) });

export const chatAccess = (client: Client): ChatAccess => ({
  add: ({ gameID, room, username, text, atMs }, { most, sinceMs, sameSinceMs }) =>
    mapDbErrors(async () => {
      const [written] = await client.$queryRaw<{ number: number | bigint }[]>`
        INSERT INTO "message" ("gameID", "room", "number", "username", "text", "atMs")
        SELECT CAST(${gameID} AS INTEGER), CAST(${room} AS TEXT),
          1 + coalesce((SELECT max("number") FROM "message"
                        WHERE "gameID" = CAST(${gameID} AS INTEGER) AND "room" = ${room}), 0),
          CAST(${username} AS TEXT), CAST(${text} AS TEXT), CAST(${atMs} AS BIGINT)
        WHERE EXISTS (SELECT 1 FROM "gameData" WHERE "gameID" = CAST(${gameID} AS INTEGER))
          AND EXISTS (SELECT 1 FROM "user" WHERE "username" = ${username})
          AND (SELECT count(*) FROM "message"
               WHERE "username" = ${username} AND "atMs" > CAST(${sinceMs} AS BIGINT))
            < CAST(${most} AS INTEGER)
          AND NOT EXISTS (SELECT 1 FROM "message" WHERE "username" = ${username}
            AND "atMs" > CAST(${sameSinceMs} AS BIGINT) AND "text" = ${text})
        ON CONFLICT DO NOTHING
        RETURNING "number"`;
      return written ? { number: Number(written.number), username, text, atMs } : null;
    }),

  recent: (username, sinceMs) =>
    mapDbErrors(async () => {
      const rows = await client.message.findMany({
        where: { username, atMs: { gt: sinceMs } },
        orderBy: { atMs: 'asc' },
        select: { text: true, atMs: true },
      });
      return rows.map(({ text, atMs }) => ({ text, atMs: Number(atMs) }));
    }),

  after: ({ gameID, room }, after) =>
    mapDbErrors(async () => {
      const rows = await client.message.findMany({
        where: { gameID, room, number: { gt: after } },
        orderBy: { number: 'asc' },
        select: columns,
      });
      return rows.map(messageOf);
    }),

  last: ({ gameID, room }, count) =>
    mapDbErrors(async () => {
      const rows = await client.message.findMany({
        where: { gameID, room },
        orderBy: { number: 'desc' },
        take: count,
        select: columns,
      });
      return rows.reverse().map(messageOf);
    }),

  one: ({ gameID, room }, number) =>
    mapDbErrors(async () => {
      const row = await client.message.findUnique({
        where: { gameID_room_number: { gameID, room, number } },
        select: columns,
      });
      return row && messageOf(row);
    }),

  report: ({ reporter, gameID, room, number, reported, reason, atMs }) =>
    mapDbErrors(async () => {
      await client.$executeRaw`
        INSERT INTO "report" ("reporter", "gameID", "room", "number", "reported", "reason", "atMs")
        VALUES (${reporter}, ${gameID}, ${room}, ${number}, ${reported}, ${reason}, ${atMs})
        ON CONFLICT DO NOTHING`;
    }),

  countReports: (reporter, sinceMs) =>
    mapDbErrors(() => client.report.count({ where: { reporter, atMs: { gt: sinceMs } } })),
});
