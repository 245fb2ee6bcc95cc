import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText, fuzzSettings } from '../../../testing/games/arbitraries.ts';
import { cleanText } from './clean-text.ts';

const removed = '[link removed]';

describe('G-4 what is said is cleaned', () => {
  test.each([
    'https://evil.example/x?y=1',
    'HTTP://EVIL.COM',
    'hxxp://evil.com',
    'www.evil.nonsense',
    'evil.com',
    'evil.com.',
    '(evil.com)',
    '“evil.com”',
    'evil.co.uk/login',
    'bit.ly/abc',
    'youtu.be/abc',
    'evil.club:8080',
    'anything.whatever/path',
    'xn--e1afmkfd.xn--p1ai',
    'ann@example.org',
    'ann@mail.nonsense',
    'mailto:ann',
    'javascript:alert(1)',
    '[x](javascript:alert(1))',
    'tel:+4912345',
    '192.168.0.1',
    '1.2.3.4:80/x',
    'localhost:3000',
    'ｗｗｗ．ｅｖｉｌ．ｃｏｍ',
    'ⓔⓥⓘⓛ.ⓒⓞⓜ',
    'evil。com',
    'evil․com',
    'ev\u200Bil.c\u200Bom',
    'ev\u00ADil\u2060.\uFEFFcom',
    '\u202Emoc.live\u202C.com',
    'i❤️.ws',
    'h\u200Dttps://evil.com',
  ])('%j is removed', (link) => {
    expect(cleanText(`look: ${link} now`)).toBe(`look: ${removed} now`);
  });

  test.each([
    'Good game! Well played :-)',
    '1.e4 e5 2.Nf3 Nc6 3.Bb5',
    '1. e4? No: 1.d4!',
    '½–½ then, 0.5 each',
    'hm...no',
    'at 3:10 p.m. or so, e.g. tomorrow',
    'c++ / c# and/or <b>bold</b> & "quotes"',
    '@ann me: hi',
    'ça va? Привет! 你好。 مرحبا नमस्ते',
    '👍🏽 👨‍👩‍👧 ❤️ 🇩🇪',
    'https: // evil . com',
  ])('%j stays as it is', (text) => {
    expect(cleanText(text)).toBe(text);
  });

  test.each([
    ['Nice.Thanks', 'Nice. Thanks'],
    ['gg.wp', 'gg. wp'],
    ['ok.so', 'ok. so'],
    ['привет.как.дела', 'привет. как. дела'],
    ['  many \u00A0\u3000 spaces\u2800here ', 'many spaces here'],
    ['\u202Eevas ll\u2066iw\u202C', 'evas lliw'],
    ['a\u200Bb\u200Dc\u{E0041}d\uD800e', 'abcde'],
    [`z${'\u0301'.repeat(50)}!`, 'ź\u0301\u0301\u0301!'],
    ['evil.com evil.org ann@evil.net', removed],
    ['\u200B\u2060\uFEFF', ''],
    ['\u3164\u115F', ''],
  ])('%j becomes %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });
});

/** What programs make links of, put together independently of how we look for it. */
const clickable = [
  /[a-z][a-z0-9+.-]*:\/\//i,
  /\b(?:mailto|javascript|tel|data):\S/i,
  /\bwww\.\S/i,
  /[^\s@]@[^\s@]+\.[a-z]{2,}/i,
  /(?:^|[^a-z0-9])(?:[a-z0-9-]+\.)+(?:com|org|net|io|de|ru|co|ly|app|xyz)(?:$|[^a-z0-9-])/i,
  /[a-z0-9]\.[a-z]{2,}[/:]\S/i,
];
const invisible =
  /[\u200B-\u200C\u200E-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u00AD\p{Cc}\p{Cs}\u3164]/u;

const piece = fc.oneof(
  fc.constantFrom(
    'http',
    'https',
    ':',
    '//',
    '/',
    '.',
    '。',
    '．',
    '@',
    'www',
    'evil',
    'com',
    'io',
    'ly',
  ),
  fc.constantFrom(
    '\u200B',
    '\u200D',
    '\uFE0F',
    '\u202E',
    ' ',
    '\u00A0',
    '❤',
    'é',
    'e\u0301',
    'ﬁ',
    '…',
    '⒈',
    'ⓒ',
  ),
  fc.constantFrom(
    'mailto:',
    'javascript:',
    'xn--a',
    '1',
    '-',
    '_',
    '(',
    ')',
    removed,
    'Nice',
    'рф',
  ),
  anyText,
);

describe('whatever is said', () => {
  test('G-4 nothing in it can be clicked, nothing is invisible, and cleaning it again changes nothing', () => {
    const text = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (said) => {
        const cleaned = cleanText(said);
        const plain = cleaned.normalize('NFKC').replaceAll('。', '.');
        for (const pattern of clickable) {
          // Where folding makes a space, no link goes on.
          expect(cleaned, `${pattern}`).not.toMatch(pattern);
          expect(plain, `folded: ${pattern}`).not.toMatch(pattern);
        }
        expect(cleaned).not.toMatch(invisible);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
      fuzzSettings(2000),
    );
  });
});
