/** Reading JSON whose shape is known but not typed: what isn't as expected is empty, never an exception. */
export type Json = Readonly<Record<string, unknown>>;

export const objectAt = (value: unknown, ...path: readonly string[]): Json => {
  let at = value;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return isObject(at) ? at : {};
};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
