import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { rest, restWithHost } from '../../testing/clients/rest-client.ts';
import { sharedServer } from '../../testing/server/shared-server.ts';

const server = sharedServer({ PUBLIC_URL: 'https://chess.example.org' });

interface Operation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly description: string; readonly headers?: object }>;
}
interface Document {
  readonly openapi: string;
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
}
const read = async (url: string) => (await rest(url, 'GET', '/openapi.json')).body as Document;
const operations = ({ paths }: Document) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );

/** The errors of each flow; each has a test here or in the file of its rule. */
const errors: Record<string, number[]> = {
  'POST /user': [400, 403, 413, 429, 500],
  'POST /session': [400, 401, 413, 429, 500],
  'DELETE /session': [401, 429, 500],
  'GET /game': [400, 401, 429, 500],
  'POST /game': [400, 401, 413, 429, 500],
  'PUT /game': [400, 401, 403, 413, 429, 500],
  'DELETE /db': [401, 403, 429, 500],
};

describe('/openapi.json', () => {
  test('is a valid OpenAPI 3.1 document', async () => {
    const { body } = await rest(server().url, 'GET', '/openapi.json');
    const result = await new Validator().validate(body as Record<string, unknown>);
    expect(result).toMatchObject({ valid: true });
    expect((body as Document).openapi).toMatch(/^3\.1\./);
  });

  test('lists exactly the seven flows, by the names of the design', async () => {
    const names = operations(await read(server().url)).map(([at, { operationId }]) => [
      at,
      operationId,
    ]);
    expect(Object.fromEntries(names)).toEqual({
      'POST /user': 'register',
      'POST /session': 'login',
      'DELETE /session': 'logout',
      'GET /game': 'listGames',
      'POST /game': 'createGame',
      'PUT /game': 'joinGame',
      'DELETE /db': 'clearApplication',
    });
  });

  test('lists exactly the errors of each flow', async () => {
    for (const [at, { responses }] of operations(await read(server().url))) {
      const statuses = Object.keys(responses).map(Number);
      expect([at, statuses.filter((status) => status !== 200)]).toEqual([at, errors[at]]);
      expect(responses[200]).toBeDefined();
      if (responses[429]) expect(responses[429].headers).toHaveProperty('Retry-After');
    }
  });

  test('lists all fields, and which are required', async () => {
    const document = await read(server().url);
    const fields = (at: string) => {
      const [, operation] = operations(document).find(([one]) => one === at) ?? [];
      return operation?.requestBody?.content['application/json']?.schema;
    };
    const account = ['username', 'password', 'email'];
    expect(fields('POST /user')).toMatchObject({ type: 'object', required: account });
    expect(fields('POST /session')).toMatchObject({ required: ['username', 'password'] });
    expect(fields('POST /game')).toMatchObject({ required: ['gameName'] });
    expect(fields('PUT /game')).toMatchObject({ required: ['gameID'] });
    const list = document.paths['/game']?.get?.parameters?.map(({ name }) => name);
    expect(list).toEqual(['limit', 'after', 'status']);
    expect(JSON.stringify(document)).not.toMatch(/passwordHash|tokenDigest/);
  });

  test('has the server’s address', async () => {
    expect((await read(server().url)).servers).toMatchObject([
      { url: 'https://chess.example.org' },
    ]);
  });

  test('describes the limits that apply to every flow', async () => {
    const { port, url } = server();
    const flows = operations(await read(url)).map(([at]) => at.split(' ') as ['GET', string]);
    const ask = (method: 'GET', path: string) =>
      restWithHost(port, method, path, { host: 'chess.example.org' });
    const fill = () => Promise.all(Array.from({ length: 320 }, () => ask('GET', '/game')));
    expect(flows).toHaveLength(7);
    for (const [method, path] of flows) {
      // On a slow machine the limit's time may have passed meanwhile: it is filled until it holds.
      for (let answer = await ask(method, path); answer.status !== 429; ) {
        await fill();
        answer = await ask(method, path);
      }
    }
  });
});
