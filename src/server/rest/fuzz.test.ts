import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { sendRaw } from '../../testing/clients/raw-http.ts';
import { createGame, type RestAnswer, register, rest } from '../../testing/clients/rest-client.ts';
import { anyRequest, anyText, fuzzSettings } from '../../testing/games/arbitraries.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer();
let token: string;
beforeAll(async () => {
  ({ token } = await register(server().url, 'anna'));
  await createGame(server().url, token);
});

/** 200, or an error as in R-ERR-1; never an internal error. */
function expectSound({ status, headers, body }: RestAnswer): void {
  expect([200, 400, 401, 403, 404, 405, 413]).toContain(status);
  expect(headers.get('content-type')).toMatch(/^application\/json/);
  if (status === 200) expect(body).toBeTypeOf('object');
  else expect(body).toEqual({ message: expect.stringMatching(/^Error: /) });
}

/** A body close to the expected one: the endpoint's fields, each with a value of any kind, and some more. */
const near = (fields: readonly string[]) => {
  const value = fc.oneof(
    fc.constantFrom('WHITE', 'black', 'anna', 'one rook too many', '1', 1, null, true),
    fc.integer(),
    fc.double(),
    anyText,
    fc.jsonValue({ maxDepth: 2 }),
  );
  const shape = Object.fromEntries(fields.map((field) => [field, value]));
  return fc
    .tuple(fc.record(shape, { requiredKeys: [] }), fc.dictionary(anyText, value, { maxKeys: 2 }))
    .map(([known, more]) => JSON.stringify({ ...more, ...known }));
};

const flows = [
  ['POST', '/user', ['username', 'password', 'email']],
  ['POST', '/session', ['username', 'password']],
  ['POST', '/game', ['gameName']],
  ['PUT', '/game', ['playerColor', 'ClientColor', 'clientColor', 'gameID']],
] as const;

describe('REST, whatever is sent', () => {
  for (const [method, path, fields] of flows) {
    test(`R-ERR-1 ${method} ${path} with any fields is answered or rejected`, async () => {
      const body = fc.oneof({ weight: 4, arbitrary: near(fields) }, fc.json(), anyText);
      const property = fc.asyncProperty(body, async (sent) => {
        expectSound(await rest(server().url, method, path, { token, body: sent }));
      });
      await fc.assert(property, fuzzSettings(100));
    });
  }

  test('R-ERR-1 GET /game with any query is answered or rejected', async () => {
    const value = fc.oneof(anyText, fc.integer().map(String), fc.constantFrom('open', 'x'));
    const query = fc.dictionary(
      fc.oneof(fc.constantFrom('limit', 'after', 'status'), anyText),
      value,
    );
    const property = fc.asyncProperty(query, async (parameters) => {
      const path = `/game?${new URLSearchParams(parameters)}`;
      expectSound(await rest(server().url, 'GET', path, { token }));
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('R-ERR-1 any token is answered or rejected', async () => {
    const text = fc.string({
      unit: fc
        .integer({ min: 32, max: 255 })
        .filter((c) => c !== 127)
        .map((c) => String.fromCharCode(c)),
    });
    const property = fc.asyncProperty(text, async (sent) => {
      expectSound(await rest(server().url, 'GET', '/game?limit=1', { token: sent.trim() }));
      expectSound(
        await rest(server().url, 'DELETE', '/session', { token: `Bearer ${sent.trim()}` }),
      );
    });
    await fc.assert(property, fuzzSettings(100));
  });

  test('R-ERR-1 any bytes that look like a request are answered or rejected', async () => {
    const property = fc.asyncProperty(anyRequest, async (bytes) => {
      for (const answer of await sendRaw(server().port, bytes)) {
        expect(answer.status).toBeLessThan(500);
        const isJson = /^application\/json/.test(answer.headers['content-type'] ?? '');
        if (isJson && answer.body !== '') JSON.parse(answer.body);
        // Next has its own text for unknown paths.
        const isPage = answer.status === 404 || / \/_next/.test(bytes);
        if (answer.status >= 400 && !isPage) expect(isJson).toBe(true);
      }
    });
    await fc.assert(property, fuzzSettings(200));
  });

  test('R-ERR-1 after all that the server works, and has logged no error', async () => {
    // The fuzzing may have ended any session: use a new user.
    const newcomer = await register(server().url, 'newcomer');
    const list = await rest(server().url, 'GET', '/game', { token: newcomer.token });
    expect(list).toMatchObject({ status: 200 });
    expect(server().log()).not.toMatch(/ error |Warning|Unhandled/);
  });
});
