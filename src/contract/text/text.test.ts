import { expect, test } from 'vitest';
import { plainText } from './text.ts';

const apiErrorOf = (text: string) => plainText.safeParse(text).error?.issues[0]?.message ?? null;

test('one-line text accepts whole characters of any language', () => {
  for (const text of ['', 'Sunday game', 'Žofie ♞ 象棋', '👩‍🏫 𝒳', '"quoted" \\ <b>']) {
    expect(apiErrorOf(text)).toBeNull();
  }
});

test('control characters and halves of characters are rejected, and the error says which', () => {
  for (const text of ['a\u0000b', 'two\nlines', 'a\u007f']) {
    expect(apiErrorOf(text)).toBe('input.controlCharacters');
  }
  for (const text of ['a\ud800b', '\udfff', '\udc00\ud800']) {
    expect(apiErrorOf(text)).toBe('input.halfCharacter');
  }
});
