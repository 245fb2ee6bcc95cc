import { isTrackedEnvelope, tracked } from '@trpc/server';
import { z } from 'zod';

type Numbered<T> = ReturnType<typeof tracked<T>>;

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

/** Checks each item of a subscription whose items are numbered, and so can be resumed (T-1). */
export function yieldsTracked<S extends z.ZodType>(item: S) {
  return iterable<Numbered<z.input<S>>>().transform(async function* (items): AsyncGenerator<
    Numbered<z.output<S>>,
    void
  > {
    for await (const one of items) {
      if (!isTrackedEnvelope(one)) throw new Error('A numbered subscription yielded no number.');
      const [id, data] = one;
      yield tracked(id, item.parse(data));
    }
  });
}
