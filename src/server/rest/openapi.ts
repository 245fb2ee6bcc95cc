import { z } from 'zod';
import { errorTable } from '../../contract/errors/index.ts';
import type { Settings } from '../base/settings.ts';
import type { ErrorShape, Route, RouteAuth } from './route.ts';

/** A JSON Schema, as zod generates it. */
type JsonSchema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** The OpenAPI 3.1 document, generated from the table of routes. */
export function openApiOf(routes: readonly Route[], settings: Settings) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const operations = paths[route.path] ?? {};
    paths[route.path] = operations;
    operations[route.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rookery',
      version: '1',
      summary: 'The chess server’s seven flows over REST.',
      description:
        'Bodies are JSON, whatever content type is sent. Every error is {"message": "Error: …"}. The token that registering and logging in answer goes into the authorization header, as it is or after "Bearer ".',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: settings.PUBLIC_URL ?? '/' }],
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: 'A session’s token.',
        },
        admin: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: 'The server’s ADMIN_TOKEN; not needed in local mode.',
        },
      },
      schemas: {
        Error: {
          type: 'object',
          properties: { message: { type: 'string', examples: ['Error: unauthorized'] } },
          required: ['message'],
        },
        ...(routes.some(({ errorShape }) => errorShape === 'error') && {
          BotError: {
            type: 'object',
            properties: { error: { type: 'string', examples: ['Unauthorized'] } },
            required: ['error'],
          },
        }),
      },
    },
  } as const;
}

export type OpenApiDocument = ReturnType<typeof openApiOf>;

function operationOf(route: Route): JsonSchema {
  return {
    operationId: route.operation,
    summary: route.summary,
    ...(route.description && { description: route.description }),
    security: securityOf(route.auth),
    ...((route.params || route.query) && {
      parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: {
          [route.streams ? 'application/x-ndjson' : 'application/json']: {
            schema: schemaOf(route.response, 'output'),
          },
        },
      },
      ...apiErrorsOf(route),
    },
  };
}

const securityOf = (auth: RouteAuth): JsonSchema[] => {
  if (auth === 'none') return [];
  return auth === 'adminToken' ? [{ admin: [] }] : [{ token: [] }];
};

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
}

const errorSchemas = {
  message: '#/components/schemas/Error',
  error: '#/components/schemas/BotError',
} as const satisfies Record<ErrorShape, string>;

/** One response per status, which several errors may share. */
function apiErrorsOf({ errors, errorShape = 'message' }: Route): JsonSchema {
  const byStatus: Record<number, string[]> = {};
  for (const code of errors) {
    const { http, reason } = errorTable[code];
    byStatus[http] = [...(byStatus[http] ?? []), `Error: ${reason}`];
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, reasons]) => [
      status,
      {
        description: reasons.join('; '),
        ...(status === '429' && {
          headers: {
            'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' },
          },
        }),
        content: { 'application/json': { schema: { $ref: errorSchemas[errorShape] } } },
      },
    ]),
  );
}
