import format from 'icu-minify/format';
import { grouped } from './grouped.ts';

/** Makes an element of a marked part of a text, `<link>rules</link>`. Its content comes as text and elements. */
export type Tag = (content: readonly unknown[]) => unknown;

/** What a text without arguments needs nothing for, and one with arguments all of them. */
export type Arguments<A> = keyof A extends never ? [] : [args: A];

/** A namespace's texts: a key and its arguments give the text. */
export interface Translator<Texts> {
  <Key extends keyof Texts>(key: Key, ...args: Arguments<Texts[Key]>): string;
  /** A text with marked parts: pieces of text, and what the tags made, in order. */
  rich<Key extends keyof Texts>(key: Key, ...args: Arguments<Texts[Key]>): readonly unknown[];
  /** The text of a key that came over the wire; null when this version has no such text. */
  find(key: string, args: TextArguments): string | null;
}

/** Arguments of a text that come over the wire. */
export type TextArguments = Readonly<Record<string, string | number | boolean>>;

type Message = Parameters<typeof format>[0];
type Values = Parameters<typeof format>[2];

/**
 * English plurals and numbers. Not by `Intl`: what a browser sets up for its first call holds a slow phone up for a quarter
 * of a second.
 */
const formatters = {
  getPluralRules: () =>
    ({ select: (n: number) => (n === 1 ? 'one' : 'other') }) as Intl.PluralRules,
  getNumberFormat: () => ({ format: grouped }) as Intl.NumberFormat,
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
};

/** @param messages the compiled texts by key; all of `Texts` */
export function translator<Texts>(
  messages: Readonly<Record<keyof Texts, unknown>>,
): Translator<Texts> {
  const made = (key: keyof Texts, args?: unknown) =>
    format<unknown>(messages[key] as Message, 'en', args as Values, { formatters });
  const translate = (key: keyof Texts, args?: unknown) => String(made(key, args));
  return Object.assign(translate, {
    rich: (key: keyof Texts, args?: unknown) => [made(key, args)].flat(),
    find: (key: string, args: TextArguments) =>
      Object.hasOwn(messages, key) ? translate(key as keyof Texts, args) : null,
  });
}
