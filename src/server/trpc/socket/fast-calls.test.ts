import fc from 'fast-check';
import { expect, test } from 'vitest';
import { procedures } from '../../../contract/procedures.ts';
import { fastCallOf } from './fast-calls.ts';

const count = fc.oneof(
  fc.constantFrom(0, 1, 60_000, 60_001, 2 ** 31 - 1, 2 ** 31, -1, 0.5, '1', null),
  fc.nat(),
);
const field = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const input = fc.record({
  gameID: count,
  ply: count,
  uci: fc.oneof(fc.constantFrom('e2e4', 'e7e8q', 'N@f3', 'e2', 'e2e4qq', 7), fc.string()),
  lastEvent: field(count),
  lagMs: field(count),
  premove: field(fc.constantFrom(true, false, 1, null)),
});
const id = fc.constantFrom<unknown>(0, 7, 'seven', null, undefined, {});
const jsonrpc = fc.constantFrom<unknown>('2.0', undefined, '1.0');

test('T-4 accepts exactly the moves that the contract allows, with their values', () => {
  fc.assert(
    fc.property(input, id, jsonrpc, (sent, id, jsonrpc) => {
      const params = { path: 'game.move', input: sent };
      const text = JSON.stringify({ id, jsonrpc, method: 'mutation', params });
      const isAsked = typeof id === 'number' || typeof id === 'string';
      const parsed = procedures.game.move.input.safeParse(sent);
      const isValid = isAsked && jsonrpc !== '1.0' && parsed.success;
      const call = fastCallOf(text);
      expect(call !== null).toBe(isValid);
      if (call?.method === 'mutation') expect(call.params.input).toEqual(parsed.data);
    }),
    { numRuns: 2000 },
  );
});

test.each(['', '{', 'null', '"game.move"', '{"path":"game.move"}', '[{"path":"game.move"}]'])(
  'T-4 leaves %j to tRPC',
  (text) => {
    expect(fastCallOf(text)).toBeNull();
  },
);
