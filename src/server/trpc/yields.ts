import { tracked } from '@trpc/server';
import { z } from 'zod';

type AnyIterable<T> = AsyncIterable<T, void, unknown>;

const iterable = <T>() =>
  z.custom<AnyIterable<T>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  );

/** Validates a value when it is first sent. Values for many clients, such as an event or the lobby, are validated once. */
function once<S extends z.ZodType>(schema: S) {
  const checked = new WeakMap<object, z.output<S>>();
  return (value: z.input<S> & object): z.output<S> => {
    const known = checked.get(value) ?? schema.parse(value);
    checked.set(value, known);
    return known;
  };
}

/** For an answer that many clients share: validates it once. */
export const givenToMany = <S extends z.ZodType>(schema: S) =>
  z.custom<z.input<S> & object>().transform(once(schema));

/** Validates each item of a subscription. */
export function yields<S extends z.ZodType>(item: S) {
  const check = once(item);
  return iterable<z.input<S> & object>().transform(async function* (items) {
    for await (const one of items) yield check(one);
  });
}

/** Validates each item of a subscription with numbered items, which can be resumed (T-1). */
export function yieldsNumbered<S extends z.ZodType<{ number: number }>>(item: S) {
  const check = once(item);
  return iterable<z.input<S> & object>().transform(async function* (items) {
    for await (const one of items) {
      const event = check(one);
      yield tracked(String(event.number), event);
    }
  });
}
