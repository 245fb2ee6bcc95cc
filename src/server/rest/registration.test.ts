import { describe, expect, test } from 'vitest';
import { expectError, listGames, register, rest } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
const post = (body: unknown) => rest(server().url, 'POST', '/user', { body });
const account = (username: string) => ({ username, password: 'p', email: 'x@example.org' });

describe('POST /user', () => {
  test('R-REG-1 registering returns the name and a valid token', async () => {
    const answer = await post(account('Anna'));
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ username: 'Anna', authToken: expect.any(String) });
    const { authToken } = answer.body as { authToken: string };
    expect(await listGames(server().url, authToken)).toEqual([]);
    expect(await listGames(server().url, `Bearer ${authToken}`)).toEqual([]);
    expect(await listGames(server().url, `bearer ${authToken}`)).toEqual([]);
  });

  for (const field of ['username', 'password', 'email']) {
    test(`R-REG-1 ${field} is required, and a string that is not empty`, async () => {
      for (const value of [undefined, null, '', 7, true, [], {}, ['a']]) {
        const answer = await post({ ...account('bert'), [field]: value });
        expectError(answer, 400, `^Error: bad request \\(${field}: `);
      }
    });
  }

  test('R-REG-1 a field that is too long is rejected by name', async () => {
    expectError(await post(account('b'.repeat(31))), 400, /\(username: .*30/);
    const long = { ...account('bert'), password: 'p'.repeat(257) };
    expectError(await post(long), 400, /\(password: .*256/);
    expectError(await post({ ...account('bert'), email: 'e'.repeat(255) }), 400, /\(email: .*254/);
  });

  test('R-REG-1 values at the limit are accepted, and unknown fields are ignored', async () => {
    const body = {
      username: 'l'.repeat(30),
      password: 'ü'.repeat(256),
      email: 'e'.repeat(254),
      admin: true,
    };
    expect(await post(body)).toMatchObject({ status: 200, body: { username: body.username } });
  });

  test('R-REG-2 a name has 1–30 letters, digits, "_", "-", and begins with a letter or digit', async () => {
    for (const name of ['a', '7', 'A_b-9', '0-_', 'x'.repeat(29)]) {
      expect(await post(account(name))).toMatchObject({ status: 200, body: { username: name } });
    }
    const bad = [
      '_a',
      '-a',
      'a b',
      ' a',
      'a ',
      'a\n',
      'a.b',
      'ä',
      'а',
      'a\u0000',
      '😀',
      '.',
      '__proto__',
    ];
    for (const name of bad) {
      expectError(await post(account(name)), 400, /^Error: bad request \(username: /);
    }
  });

  test('R-REG-2 a name is unique without regard to case, and shown as typed', async () => {
    await register(server().url, 'CarlSchlechter');
    for (const name of ['CarlSchlechter', 'carlschlechter', 'CARLSCHLECHTER']) {
      expectError(await post(account(name)), 403, /^Error: already taken/);
    }
    const credentials = { username: 'CARLSCHLECHTER', password: 'one rook too many' };
    const login = await rest(server().url, 'POST', '/session', { body: credentials });
    expect(login).toMatchObject({ status: 200, body: { username: 'CarlSchlechter' } });
  });

  test('R-REG-3 of simultaneous registrations of one name exactly one succeeds', async () => {
    const names = ['Racer', 'racer', 'RACER', 'rAcer', 'raceR'];
    const answers = await Promise.all([...names, ...names].map((name) => post(account(name))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status !== 200) expectError(answer, 403, /^Error: already taken/);
    }
  });
});
