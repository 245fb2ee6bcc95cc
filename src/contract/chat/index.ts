import { z } from 'zod';
import { askedName } from '../account/account.ts';
import { wrong } from '../errors/problems.ts';
import { gameID } from '../game/basics.ts';
import { plainText } from '../text/text.ts';
import { LONGEST_MESSAGE } from './chat-presets.ts';

/** A game's two rooms, kept apart (G-4): the players' and the spectators'. */
export const chatRoom = z.enum(['players', 'spectators'], wrong('input.chatRoom'));
export type ChatRoom = z.infer<typeof chatRoom>;

/** A message's text: 1–140 characters once trimmed. */
const chatText = plainText
  .trim()
  .min(1, wrong('input.empty'))
  .max(LONGEST_MESSAGE, wrong('input.tooLong'));

/** A message as everyone reads it: without links, invisible characters or changes of the writing direction. */
export const chatMessage = z.object({
  /** 1, 2, 3 … in its room. */
  number: z.number().int(),
  username: z.string(),
  text: z.string(),
  /** Milliseconds since 1970. */
  atMs: z.number().int(),
});
export type ChatMessage = z.infer<typeof chatMessage>;

const room = { gameID, room: chatRoom };

export const saying = z.object({ ...room, text: chatText });
export const said = z.object({
  /** The message's number in its room. */
  number: z.number().int(),
});

/** `lastEventId`: the number of the last message seen; without it the last messages come first. */
export const listening = z.object({
  ...room,
  lastEventId: z
    .string()
    .regex(/^\d{1,9}$/, wrong('input.messageNumber'))
    .optional(),
});

export const reportReason = z.enum(['abuse', 'spam', 'cheating', 'other']);
export type ReportReason = z.infer<typeof reportReason>;

/** A report of a message to the server's operator. */
export const reporting = z.object({
  ...room,
  number: z.number().int().min(1).max(999_999_999),
  reason: reportReason,
});

const reportKey = z.object({ ...room, reporter: z.string(), number: z.number().int() });

/** A reported message, with up to three messages before it. */
export const reportedMessage = reportKey.extend({
  reported: z.string(),
  reason: reportReason,
  /** The time of the report, milliseconds since 1970. */
  atMs: z.number().int(),
  /** How many messages of this user have been reported. */
  reportsOfUser: z.number().int(),
  /** The last is the reported one. */
  messages: z.array(chatMessage),
});
export type ReportedMessage = z.infer<typeof reportedMessage>;

/** Newest first; `after` continues behind this report. */
export const reportSelection = z.object({
  limit: z.number().int().min(1).max(100).default(50),
  after: reportKey.optional(),
});
export type ReportSelection = z.infer<typeof reportSelection>;

export const otherUser = z.object({ username: askedName });

/** The users that one user has blocked or muted, by name. */
export const relations = z.object({
  /** Neither user reads the other, and neither can challenge the other. */
  blocked: z.array(z.string()),
  /** The user reads nothing of theirs. */
  muted: z.array(z.string()),
});
export type Relations = z.infer<typeof relations>;
