import { likenessToLink } from './link-likeness.ts';

/** Replaces a link or an e-mail address. */
const LINK_REMOVED = '[link removed]';

/**
 * Invisible characters: zero-width characters, direction overrides, tags, fillers, private and unassigned code points,
 * lone surrogates. The first alternative keeps the joiners and selectors that hold an emoji's parts together.
 */
const unseen =
  /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)\u200D(?=\p{Extended_Pictographic}))|(?!\p{Extended_Pictographic})[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** Many combining marks on one letter would cover the lines above and below. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** A dot between two words without a space. */
const tightDot = /(?<=[^\s.。])([.。])(?=[^\s.。])/gu;

/**
 * Cleans a message: one line, no invisible characters, no links and no addresses (G-4). Cleaning it again changes
 * nothing.
 * @returns an empty string when nothing is left
 */
export function cleanText(text: string): string {
  const plain = text
    .replace(unseen, (_, kept: string | undefined) => kept ?? '')
    .normalize('NFC')
    .replace(piledMarks, '$1')
    .replace(/[\s\u2800]+/gu, ' ')
    .trim();
  return plain
    .split(' ')
    .map(cleanWord)
    .join(' ')
    .replace(/\[link removed\](?: \[link removed\])+/g, LINK_REMOVED);
}

function cleanWord(word: string): string {
  const likeness = likenessToLink(word);
  if (likeness === 'none') return word;
  if (likeness === 'full') return LINK_REMOVED;
  // In `Nice.Thanks` only the space is missing; with a space, no program takes it for a host name.
  const spaced = word.replace(tightDot, '$1 ');
  const safe = spaced.split(' ').every((part) => likenessToLink(part) === 'none');
  return safe ? spaced : LINK_REMOVED;
}
