import { beforeEach, describe, expect, test } from 'vitest';
import { databaseFixtureOn } from '../../../testing/databases/database-fixture.ts';
import { sqliteStore } from '../../../testing/databases/databases.ts';
import { type TestServices, testServicesOn } from '../../../testing/games/services.ts';
import type { Caller } from './caller.ts';
import { deviceOf } from './device.ts';

const db = databaseFixtureOn(sqliteStore());
const PASSWORD = 'old password';
let services: TestServices['services'];
let ended: string[];
let caller: Caller;

const signIn = async (password: string) => {
  const { authToken } = await services.login.login('alice', password, 'curl/8');
  return services.session.require(authToken);
};

beforeEach(async () => {
  const app = testServicesOn(db);
  services = app.services;
  ended = [];
  app.bus.subscribe('sessions', (news) => news.type === 'ended' && ended.push(news.tokenDigest));
  const { authToken } = await services.registration.register('alice', PASSWORD, 'a@example.org');
  caller = await services.session.require(authToken);
});

describe('a new password', () => {
  test('PF-4 replaces the old one, and ends all other sessions and their connections', async () => {
    const other = await signIn(PASSWORD);
    expect(await services.password.change(caller, PASSWORD, 'new password')).toBe(1);
    expect(ended).toEqual([other.tokenDigest]);
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'wrong_credentials' });
    await signIn('new password');
    expect(await services.session.list(caller)).toHaveLength(2);
  });

  test.each([
    ['a wrong old one', 'guessed', 'new password', 'oldPassword'],
    ['the old one again', PASSWORD, PASSWORD, 'password'],
  ])('PF-4 is refused for %s, and nothing changes', async (_what, old, password, field) => {
    const other = await signIn(PASSWORD);
    const refused = { code: 'bad_request', field };
    await expect(services.password.change(caller, old, password)).rejects.toMatchObject(refused);
    expect(ended).toEqual([]);
    expect((await services.session.list(other)).map(({ current }) => current)).toContain(true);
    await signIn(PASSWORD);
  });

  test('PF-4 must follow the rules of registration', async () => {
    const strict = testServicesOn(db, { HOST: '0.0.0.0', PUBLIC_URL: 'https://chess.example.org' });
    await expect(strict.services.password.change(caller, PASSWORD, 'short')).rejects.toMatchObject({
      code: 'bad_request',
      field: 'password',
    });
    await signIn(PASSWORD);
  });

  test('PF-4 of two changes at once one counts', async () => {
    const settled = await Promise.allSettled(
      ['one', 'two'].map((password) => services.password.change(caller, PASSWORD, password)),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('PF-4 is not for guests', async () => {
    const { authToken } = await services.guest.enter();
    const guest = await services.session.require(authToken);
    await expect(services.password.change(guest, '', 'x')).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('sessions', () => {
  test('PF-4 name their device, and are ended by their owner, one or all others', async () => {
    const [second, third] = [await signIn(PASSWORD), await signIn(PASSWORD)];
    const listed = await services.session.list(caller);
    expect(listed).toHaveLength(3);
    expect(listed.find(({ current }) => current)).toMatchObject({ sessionID: caller.tokenDigest });
    expect(listed.find(({ current }) => !current)).toMatchObject({ browser: 'curl', system: null });
    expect(await services.session.end(caller, second.tokenDigest)).toBe(1);
    expect(await services.session.end(caller, second.tokenDigest)).toBe(0);
    expect(await services.session.endOthers(caller)).toBe(1);
    expect(ended).toEqual([second.tokenDigest, third.tokenDigest]);
    expect(await services.session.list(caller)).toHaveLength(1);
  });

  test('PF-4 of somebody else can’t be ended', async () => {
    const { authToken } = await services.registration.register('bob', PASSWORD, 'b@example.org');
    const bob = await services.session.require(authToken);
    expect(await services.session.end(bob, caller.tokenDigest)).toBe(0);
    expect(await services.session.list(caller)).toHaveLength(1);
  });
});

describe('a device', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, 'Chrome', 'Windows'],
    [`Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 Edg/140.0`, 'Edge', 'Windows'],
    [`Mozilla/5.0 (Linux; Android 10; K) ${chrome} Mobile Safari/537.36`, 'Chrome', 'Android'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
      'Safari',
      'iOS',
    ],
    ['python-requests/2.32', 'Python', null],
    ['', null, null],
  ])('PF-4 is named after %s', (userAgent, browser, system) => {
    expect(deviceOf(userAgent)).toEqual({ browser, system });
  });
});
