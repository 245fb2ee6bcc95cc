import { tracked } from '@trpc/server';
import { z } from 'zod';

type AnyIterable<T> = AsyncIterable<T, void, unknown>;

const iterable = <T>() =>
  z.custom<AnyIterable<T>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  );

/** Checks each item that a subscription yields. */
export function yields<S extends z.ZodType>(item: S) {
  return iterable<z.input<S>>().transform(async function* (items): AsyncGenerator<
    z.output<S>,
    void
  > {
    for await (const one of items) yield item.parse(one);
  });
}

/**
 * Checks each item of a subscription whose items are numbered, and so can be resumed (T-1). All subscribers are given the
 * same items, so an item is checked for the first of them only.
 */
export function yieldsNumbered<S extends z.ZodType<{ number: number }>>(item: S) {
  const checked = new WeakMap<object, z.output<S>>();
  const check = (one: z.input<S> & object): z.output<S> => {
    const known = checked.get(one) ?? item.parse(one);
    checked.set(one, known);
    return known;
  };
  return iterable<z.input<S> & object>().transform(async function* (items) {
    for await (const one of items) {
      const event = check(one);
      yield tracked(String(event.number), event);
    }
  });
}
