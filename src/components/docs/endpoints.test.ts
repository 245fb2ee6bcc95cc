import { describe, expect, test } from 'vitest';
import { endpointsOf } from './endpoints.ts';

const document = {
  paths: {
    '/game': {
      put: {
        operationId: 'joinGame',
        summary: 'Join a game',
        security: [{ token: [] }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  playerColor: { type: 'string', enum: ['WHITE', 'BLACK'] },
                  alias: { type: 'string' },
                  gameID: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
                },
                required: ['gameID'],
              },
            },
          },
        },
        responses: { 200: {}, 403: { description: 'Error: already taken' } },
      },
    },
  },
};

describe('the endpoints of an OpenAPI document', () => {
  const [join] = endpointsOf(document, 'http://localhost:3000');

  test('list the fields and the errors', () => {
    expect(join).toMatchObject({
      id: 'joinGame',
      method: 'PUT',
      auth: 'token',
      errors: [{ status: '403', text: 'Error: already taken' }],
    });
    expect(join?.body).toContainEqual({
      name: 'gameID',
      type: 'integer or string',
      required: true,
      note: '',
    });
  });

  test('come with a command to paste', () => {
    expect(join?.curl).toBe(
      [
        'curl -X PUT http://localhost:3000/game',
        '-H "authorization: $TOKEN"',
        `-d '{"playerColor":"WHITE","gameID":12}'`,
      ].join(' \\\n  '),
    );
  });

  test('of a document without any are none', () => {
    expect(endpointsOf({}, '')).toEqual([]);
  });
});
