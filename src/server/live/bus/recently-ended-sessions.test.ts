import { expect, test } from 'vitest';
import { createLocalBus } from './bus.ts';
import { RecentlyEndedSessions } from './recently-ended-sessions.ts';

test('R-LOGOUT-1 a session that ended during its look-up is remembered for a minute', () => {
  const bus = createLocalBus();
  let nowMs = 0;
  const ends = new RecentlyEndedSessions(bus, () => nowMs);
  const end = (tokenDigest: string) => bus.publish('sessions', { type: 'ended', tokenDigest });
  end('one');
  expect([ends.has('one'), ends.has('two')]).toEqual([true, false]);
  nowMs = 60_001;
  end('two');
  expect([ends.has('one'), ends.has('two')]).toEqual([false, true]);
});
