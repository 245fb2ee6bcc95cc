import { expect, test } from 'vitest';
import { endedSessions } from './ended-sessions.ts';

test('R-LOGOUT-1 finds the connections of ended sessions among many, including shared sessions', async () => {
  const sessions = new Map(
    Array.from({ length: 1200 }, (_, n) => [`connection ${n}`, `session ${n % 1000}`]),
  );
  const asked: number[] = [];
  const found = await endedSessions(sessions, async (digests) => {
    asked.push(digests.length);
    return new Set(digests.filter((digest) => digest !== 'session 7' && digest !== 'session 999'));
  });
  expect(found.sort()).toEqual(['connection 1007', 'connection 7', 'connection 999']);
  expect(asked).toEqual([500, 500]);
});
