import {
  type ChatMessage,
  type ChatRoom,
  chatRoom,
  type ReportedMessage,
  type ReportReason,
  type ReportSelection,
  reportReason,
} from '../../../contract/chat/index.ts';
import { mapDbErrors } from '../db/database-errors.ts';
import type { Client } from '../db/dialect.ts';

/** Identifies one of a game's two chat rooms. */
export interface RoomKey {
  readonly gameID: number;
  readonly room: ChatRoom;
}

/** A message without a number yet. */
interface NewMessage extends RoomKey {
  readonly username: string;
  readonly text: string;
  readonly atMs: number;
}

/** The limits for one user's messages, across all rooms. */
interface FloodLimit {
  /** The maximum number of messages since `sinceMs`. */
  readonly most: number;
  /** Ms since 1970. */
  readonly sinceMs: number;
  /** The same text may not be repeated since then, ms since 1970. */
  readonly sameSinceMs: number;
}

/** A user's report of a message. */
interface NewReport extends RoomKey {
  readonly reporter: string;
  /** The number of the message. */
  readonly number: number;
  readonly reported: string;
  readonly reason: ReportReason;
  readonly atMs: number;
}

export interface ChatAccess {
  /**
   * Writes a message under the room's next number if the limit allows it: one conditional write.
   * @returns the message; null when the limit is reached, the game or author is gone, or the number was taken meanwhile
   */
  add(message: NewMessage, limit: FloodLimit): Promise<ChatMessage | null>;
  /** A user's messages after `sinceMs` in all rooms, oldest first. */
  recent(username: string, sinceMs: number): Promise<Pick<ChatMessage, 'text' | 'atMs'>[]>;
  /** A room's messages after number `after`, in order. */
  after(key: RoomKey, after: number): Promise<ChatMessage[]>;
  /** A room's last messages, in order. */
  last(key: RoomKey, count: number): Promise<ChatMessage[]>;
  one(key: RoomKey, number: number): Promise<ChatMessage | null>;
  /** Stores a report; a repeated one changes nothing. */
  report(report: NewReport): Promise<void>;
  /** Reported messages, newest report first. */
  reports(selection: ReportSelection): Promise<ReportedMessage[]>;
  /** The number of a user's reports after `sinceMs`. */
  countReports(reporter: string, sinceMs: number): Promise<number>;
}

/** How many earlier messages are included with a reported one, as its context. */
const CONTEXT_MESSAGES = 3;

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

  reports: ({ limit, after }) =>
    mapDbErrors(async () => {
      const rows = await client.report.findMany({
        orderBy: [{ atMs: 'desc' }, { reporter: 'asc' }, { gameID: 'asc' }, { number: 'asc' }],
        take: limit,
        ...(after && { cursor: { reporter_gameID_room_number: after }, skip: 1 }),
      });
      const counts = await client.report.groupBy({
        by: ['reported'],
        where: { reported: { in: rows.map(({ reported }) => reported) } },
        _count: true,
      });
      const reportsOf = new Map(counts.map(({ reported, _count }) => [reported, _count]));
      return Promise.all(
        rows.map(async ({ atMs, reason, room, ...row }) => {
          const { gameID, number } = row;
          const messages = await client.message.findMany({
            where: { gameID, room, number: { gte: number - CONTEXT_MESSAGES, lte: number } },
            orderBy: { number: 'asc' },
            select: columns,
          });
          return {
            ...row,
            room: chatRoom.parse(room),
            reason: reportReason.parse(reason),
            atMs: Number(atMs),
            reportsOfUser: reportsOf.get(row.reported) ?? 0,
            messages: messages.map(messageOf),
          };
        }),
      );
    }),

  countReports: (reporter, sinceMs) =>
    mapDbErrors(() => client.report.count({ where: { reporter, atMs: { gt: sinceMs } } })),
});
