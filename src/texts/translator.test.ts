import compile from 'icu-minify/compile';
import { expect, test } from 'vitest';
import { grouped } from './grouped.ts';
import { type Tag, translator } from './translator.ts';

const text = translator<{
  games: { count: number };
  plain: object;
  rules: { link: Tag; name: string };
}>({
  games: compile('{count, plural, one {# game} other {# games}}'),
  plain: compile('It’s your turn.'),
  rules: compile('See <link>the {name} rules</link>.'),
});

test('numbers are grouped as English does', () => {
  const numbers = [0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 1_234_567_890];
  expect(numbers.map(grouped)).toEqual(numbers.map((number) => number.toLocaleString('en')));
});

test('a text takes its arguments, and counts', () => {
  expect(text('plain')).toBe('It’s your turn.');
  expect([0, 1, 2, 1234].map((count) => text('games', { count }))).toEqual([
    '0 games',
    '1 game',
    '2 games',
    '1,234 games',
  ]);
});

test('what a tag marks is made by the caller', () => {
  const parts = text.rich('rules', { name: 'FIDE', link: (content) => ({ link: content }) });
  expect(parts).toEqual(['See ', { link: ['the FIDE rules'] }, '.']);
});

test('a key that came over the wire may be unknown', () => {
  expect(text.find('games', { count: 3 })).toBe('3 games');
  expect(text.find('tournaments', {})).toBeNull();
  expect(text.find('toString', {})).toBeNull();
});
