import { likenessToLink } from './link-likeness.ts';

/** What stands in the place of a link or an e-mail address. */
const LINK_REMOVED = '[link removed]';

/**
 * What can't be seen: zero-width characters, overrides of the direction, tags, fillers, private and unassigned code
 * points, lone halves of pairs. First what is to stay: the joiners and selectors that keep an emoji's parts together.
 */
const unseen =
  /((?<=\p{Extended_Pictographic})\uFE0F|(?<=\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)\u200D(?=\p{Extended_Pictographic}))|(?!\p{Extended_Pictographic})[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** Marks piled on one letter would hide the lines above and below. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** A dot between two words without a space. */
const tightDot = /(?<=[^\s.。])([.。])(?=[^\s.。])/gu;

/**
 * A message as everyone may read it: on one line, nothing invisible, no link and no address (G-4). Cleaning it again
 * changes nothing.
 * @returns an empty text when nothing is left
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
  // A sentence that went on without a space, like `Nice.Thanks`: with one, no program takes it for a host's name.
  const spaced = word.replace(tightDot, '$1 ');
  const safe = spaced.split(' ').every((part) => likenessToLink(part) === 'none');
  return safe ? spaced : LINK_REMOVED;
}
