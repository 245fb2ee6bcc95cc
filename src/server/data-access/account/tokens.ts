import { createHash, randomBytes } from 'node:crypto';

/** How long a session lasts after its last use, in milliseconds: 30 days. */
export const SESSION_MS = 30 * 24 * 60 * 60 * 1000;

/** A session's last use is written down at most this often, in milliseconds. */
export const TOUCH_MS = 60 * 60 * 1000;

/** A new token: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. A plain hash is enough: the token is random, so there is nothing to guess. */
export const digestOf = (token: string): string =>
  createHash('sha256').update(token).digest('base64url');
