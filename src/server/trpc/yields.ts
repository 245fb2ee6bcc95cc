import { tracked } from '@trpc/server';
import { z } from 'zod';

type AnyIterable<T> = AsyncIterable<T, void, unknown>;

const iterable = <T>() =>
  z.custom<AnyIterable<T>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  );

/** Checks a value the first time it comes. What many are given, like an event or the lobby, is checked for the first. */
function once<S extends z.ZodType>(schema: S) {
  const checked = new WeakMap<object, z.output<S>>();
  return (value: z.input<S> & object): z.output<S> => {
    const known = checked.get(value) ?? schema.parse(value);
    checked.set(value, known);
    return known;
  };
}

/** For an answer that many are given as it is: a schema that checks it for the first of them. */
export const givenToMany = <S extends z.ZodType>(schema: S) =>
  z.custom<z.input<S> & object>().transform(once(schema));

/** Checks each item that a subscription yields. */
export function yields<S extends z.ZodType>(item: S) {
  const check = once(item);
  return iterable<z.input<S> & object>().transform(async function* (items) {
    for await (const one of items) yield check(one);
  });
}

/** Checks each item of a subscription whose items are numbered, and so can be resumed (T-1). */
export function yieldsNumbered<S extends z.ZodType<{ number: number }>>(item: S) {
  const check = once(item);
  return iterable<z.input<S> & object>().transform(async function* (items) {
    for await (const one of items) {
      const event = check(one);
      yield tracked(String(event.number), event);
    }
  });
}
