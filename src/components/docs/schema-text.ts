import { type Json, listOf, objectAt } from './json.ts';

/** What a JSON Schema asks for, in a few words: `string, 1–30 characters`, `open, playing or finished`. */
export function schemaText(schema: Json): string {
  const choices = listOf(schema.enum).map(String);
  if (choices.length > 0) return either(choices);
  const alternatives = listOf(schema.anyOf).map((one) => schemaText(objectAt(one)));
  if (alternatives.length > 0) return either([...new Set(alternatives)]);
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type ?? 'anything']).map(
    String,
  );
  return `${either(types)}${lengthText(schema)}`;
}

function lengthText({ minLength, maxLength }: Json): string {
  if (typeof maxLength !== 'number') return '';
  return typeof minLength === 'number' && minLength > 0
    ? `, ${minLength}–${maxLength} characters`
    : `, at most ${maxLength} characters`;
}

const either = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;

/** Values that read well where a name is known. Of the optional fields only these appear in examples. */
const samples: Json = {
  username: 'ada',
  password: 'correct horse',
  email: 'ada@example.org',
  authToken: 'pX3k…',
  gameName: 'Sunday morning',
  gameID: 12,
  playerColor: 'WHITE',
  whiteUsername: 'ada',
  blackUsername: null,
};

/** A value that fits a schema. */
export function exampleOf(schema: Json, name = ''): unknown {
  if (name in samples) return samples[name];
  if (schema.type === 'array') return [exampleOf(objectAt(schema.items))];
  if (schema.type === 'object') {
    const required = listOf(schema.required).map(String);
    return Object.fromEntries(
      Object.entries(objectAt(schema, 'properties'))
        .filter(([key]) => required.includes(key) || key in samples)
        .map(([key, value]) => [key, exampleOf(objectAt(value), key)]),
    );
  }
  return schema.type === 'integer' ? 1 : '…';
}
