import { createHash, randomBytes } from 'node:crypto';

/** How long a session lasts after its last use, in milliseconds: 30 days. */
export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

/** The minimum interval between two updates of a session's last use, in milliseconds. */
export const TOUCH_MS = 60 * 60 * 1000;

/** A new token: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** The stored form of a token. A fast hash is enough: a random token can't be guessed. */
export const digestOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
