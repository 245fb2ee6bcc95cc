import { describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../testing/databases/databases.ts';
import { testServicesOn } from '../../testing/games/services.ts';
import { createLimits } from '../http-kit/limits.ts';
import { type Caller, sessionCaller } from '../services/account/caller.ts';
import { noConnection } from './context.ts';
import { createCaller } from './router.ts';
import { createCallerFactory, router, scoped } from './trpc.ts';

const db = databaseFixtureOn(sqliteStore());

const anna = (role: Caller['role']) =>
  sessionCaller({ username: 'anna', tokenDigest: 'digest', role });

const contextOf = (caller: Caller | null) => ({
  services: testServicesOn(db).services,
  limits: createLimits('local'),
  authToken: null,
  caller,
  address: '127.0.0.1',
  userAgent: undefined,
  setCookie: null,
  ...noConnection,
});

const rejection = async (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error) => error.cause?.code,
  );

describe('a procedure for administrators', () => {
  const reports = (caller: Caller | null) => createCaller(contextOf(caller)).admin.reports({});

  test('G-4 lists reported messages for administrators only', async () => {
    expect(await reports(anna('admin'))).toEqual({ reports: [] });
    expect(await rejection(reports(anna('user')))).toBe('forbidden');
    expect(await rejection(reports(null))).toBe('unauthorized');
  });
});

test('a scoped procedure accepts a token with its scope', async () => {
  const routes = router({ play: scoped('bot:play').query(() => 'played') });
  const play = (caller: Caller | null) => createCallerFactory(routes)(contextOf(caller)).play();
  expect(await play(anna('user'))).toBe('played');
  const reader: Caller = { ...anna('user'), scopes: new Set(['challenge:read']) };
  expect(await rejection(play(reader))).toBe('forbidden');
});
