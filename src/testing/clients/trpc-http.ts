import { expect } from 'vitest';
import type { ErrorCode } from '../../contract/errors/index.ts';
import { type RestAnswer, rest } from './rest-client.ts';

type Headers = Readonly<Record<string, string>>;

/** tRPC's HTTP protocol without a client library: one call per request. */
export function calls(url: () => string) {
  return {
    query(path: string, input?: unknown, headers: Headers = {}): Promise<RestAnswer> {
      const asked =
        input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return rest(url(), 'GET', `/api/trpc/${path}${asked}`, { headers });
    },
    mutate(path: string, input?: unknown, headers: Headers = {}): Promise<RestAnswer> {
      return rest(url(), 'POST', `/api/trpc/${path}`, {
        headers: { 'content-type': 'application/json', ...headers },
        ...(input !== undefined && { body: JSON.stringify(input) }),
      });
    },
  };
}

/** Expects an error with this code, in tRPC's form and without a stack. */
export function expectTrpcError(
  answer: RestAnswer,
  status: number,
  rookeryCode: ErrorCode,
  field?: string,
): void {
  const data = { rookeryCode, httpStatus: status, ...(field !== undefined && { field }) };
  expect(answer).toMatchObject({ status, body: { error: { message: expect.any(String), data } } });
  expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|\.js:\d/);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
}
