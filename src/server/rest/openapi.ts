import { z } from 'zod';
import { type ErrorCode, errorTable } from '../../contract/errors/index.ts';
import type { Settings } from '../base/settings.ts';
import type { Route } from './route.ts';

/** A JSON Schema, as zod writes it. */
type JsonSchema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

/** The OpenAPI 3.1 document, made from the table that answers the requests. */
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
        'Bodies are JSON, whatever content type is sent. Every refusal is {"message": "Error: …"}. The token that registering and logging in answer goes into the authorization header, as it is or after "Bearer ".',
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
    security: route.auth === 'none' ? [] : [{ [route.auth]: [] }],
    ...(route.query && { parameters: parametersOf(route.query) }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
      },
    }),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(route.response, 'output') } },
      },
      ...apiErrorsOf(route.errors),
    },
  };
}

function parametersOf(query: z.ZodType): JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

/** One response for each status; several reasons of one status share it. */
function apiErrorsOf(errors: readonly ErrorCode[]): JsonSchema {
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
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}
