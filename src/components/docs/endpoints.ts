import { type Json, listOf, objectAt, textOf } from './json.ts';
import { exampleOf, schemaText } from './schema-text.ts';

/** A field of a body or of the query. */
export interface EndpointField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly note: string;
}

/** One thing that can be asked, as the documentation's page shows it. */
export interface Endpoint {
  /** Unique; the address of its place on the page. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  /** Whose token it needs. */
  readonly auth: 'none' | 'token' | 'admin';
  readonly query: readonly EndpointField[];
  readonly body: readonly EndpointField[];
  /** The answer, as JSON. */
  readonly answer: string;
  readonly errors: readonly { readonly status: string; readonly text: string }[];
  /** A command that works as pasted, given `$TOKEN`. */
  readonly curl: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The endpoints of an OpenAPI 3.1 document, in its order.
 * @param origin where the examples send their requests: `http://localhost:3000`
 */
export function endpointsOf(document: object, origin: string): Endpoint[] {
  return Object.entries(objectAt(document, 'paths')).flatMap(([path, operations]) =>
    METHODS.filter((method) => method in objectAt(operations)).map((method) =>
      endpointOf(method.toUpperCase(), path, objectAt(operations, method), origin),
    ),
  );
}

function endpointOf(method: string, path: string, operation: Json, origin: string): Endpoint {
  const body = objectAt(operation, 'requestBody', 'content', 'application/json', 'schema');
  const responses = objectAt(operation, 'responses');
  const answer = objectAt(responses['200'], 'content', 'application/json', 'schema');
  const auth = authOf(operation);
  return {
    id: textOf(operation.operationId),
    method,
    path,
    summary: textOf(operation.summary),
    description: textOf(operation.description),
    auth,
    query: listOf(operation.parameters).map((parameter) => {
      const { name, required, schema } = objectAt(parameter);
      return fieldOf(textOf(name), objectAt(schema), required === true);
    }),
    body: Object.entries(objectAt(body, 'properties')).map(([name, schema]) =>
      fieldOf(name, objectAt(schema), listOf(body.required).includes(name)),
    ),
    answer: JSON.stringify(exampleOf(answer), null, 2),
    errors: Object.entries(responses)
      .filter(([status]) => status !== '200')
      .map(([status, response]) => ({ status, text: textOf(objectAt(response).description) })),
    curl: curlOf(method, `${origin}${path}`, auth, 'type' in body ? exampleOf(body) : undefined),
  };
}

const fieldOf = (name: string, schema: Json, required: boolean): EndpointField => ({
  name,
  type: schemaText(schema),
  required,
  note: textOf(schema.description),
});

function authOf(operation: Json): Endpoint['auth'] {
  const schemes = listOf(operation.security).flatMap((scheme) => Object.keys(objectAt(scheme)));
  if (schemes.includes('admin')) return 'admin';
  return schemes.includes('token') ? 'token' : 'none';
}

function curlOf(method: string, url: string, auth: Endpoint['auth'], body: unknown): string {
  const lines = [method === 'GET' ? `curl ${url}` : `curl -X ${method} ${url}`];
  if (auth !== 'none') {
    lines.push(`-H "authorization: ${auth === 'admin' ? '$ADMIN_TOKEN' : '$TOKEN'}"`);
  }
  if (body !== undefined) lines.push(`-d '${JSON.stringify(body)}'`);
  return lines.join(' \\\n  ');
}
