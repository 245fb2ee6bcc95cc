import { z } from 'zod';
import { wrong } from '../errors/problems.ts';
import { plainText } from '../text/text.ts';

/**
 * A username: 1–30 letters, digits, `_` or `-`, beginning with a letter or digit (R-REG-2).
 * Unique without regard to case, shown as typed.
 */
const username = z
  .string()
  .min(1, wrong('input.empty'))
  .max(30, wrong('input.tooLong'))
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, wrong('input.username'));

/** A password as sent. Its minimum length depends on how the server listens (contract, Access). */
const password = z.string().min(1, wrong('input.empty')).max(256, wrong('input.tooLong'));

const email = plainText.min(1, wrong('input.empty')).max(254, wrong('input.tooLong'));

/** A name in a request. Its form is not checked: an impossible name is simply unknown (R-LOGIN-2). */
export const askedName = plainText.min(1, wrong('input.empty')).max(256, wrong('input.tooLong'));

/** R-REG-1. */
export const registration = z.object({ username, password, email });

/** R-LOGIN-1. */
export const credentials = z.object({ username: askedName, password });

/** A change of the caller's password (PF-4). */
export const passwordChange = z.object({
  oldPassword: password,
  /** The new one. */
  password,
});

/** One of the caller's sessions (PF-4). */
export const sessionSummary = z.object({
  /** Identifies the session, but doesn't authenticate. */
  sessionID: z.string(),
  /** The browser and the system, as far as the client told; null: unknown. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** When it began, in milliseconds since 1970. */
  createdAtMs: z.number().int(),
  /** When it was last used, within an hour, in milliseconds since 1970. */
  lastUsedAtMs: z.number().int(),
  /** Whether this call belongs to it. */
  current: z.boolean(),
});
export type SessionSummary = z.infer<typeof sessionSummary>;

export const oneSession = z.object({ sessionID: z.string().min(1).max(100) });

/** How many sessions were ended. */
export const endedCount = z.object({ ended: z.number().int() });

/** A session token, for programs: 256 random bits, base64url. */
export const session = z.object({ username: z.string(), authToken: z.string() });
export type Session = z.infer<typeof session>;

/** A player's public page. Counts are of finished games. */
export const profile = z.object({
  username: z.string(),
  /** When the account was created, in milliseconds since 1970. */
  createdAtMs: z.number().int(),
  wins: z.number().int(),
  losses: z.number().int(),
  draws: z.number().int(),
  /** How many games are unfinished. */
  running: z.number().int(),
});
export type Profile = z.infer<typeof profile>;
