import { describe, expect, test } from 'vitest';
import { counting } from './subscriptions.ts';

const items = async function* () {
  yield 1;
  yield 2;
};
const begin = (subscriptions: { count: number }) =>
  counting({ subscriptions }, async () => ({ ok: true, data: items() }));
const read = async (data: AsyncIterable<unknown>) => {
  const found: unknown[] = [];
  for await (const item of data) found.push(item);
  return found;
};

describe('a connection’s subscriptions', () => {
  test('are counted from start to end', async () => {
    const subscriptions = { count: 0 };
    const [one, other] = [await begin(subscriptions), await begin(subscriptions)];
    expect(subscriptions.count).toBe(2);
    expect(await read(one.data)).toEqual([1, 2]);
    expect(subscriptions.count).toBe(1);
    for await (const _ of other.data) break;
    expect(subscriptions.count).toBe(0);
  });

  test('beyond a hundred are rejected until one ends', async () => {
    const subscriptions = { count: 0 };
    const open = await Promise.all(Array.from({ length: 100 }, () => begin(subscriptions)));
    await expect(begin(subscriptions)).rejects.toMatchObject({ code: 'too_many_requests' });
    await read(open[0]?.data ?? items());
    await expect(begin(subscriptions)).resolves.toMatchObject({ ok: true });
  });

  test('that can’t start are not counted', async () => {
    const subscriptions = { count: 0 };
    const fail = async () => {
      throw new Error('no');
    };
    await expect(counting({ subscriptions }, fail)).rejects.toThrow('no');
    await counting({ subscriptions }, async () => ({ ok: false }));
    expect(subscriptions.count).toBe(0);
  });
});
