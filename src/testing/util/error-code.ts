import { expect } from 'vitest';

/** The error with this code, for `toThrow`. */
export const refused = (code: string): Error =>
  expect.objectContaining({ name: 'RookeryError', code });
