/** Well-known top-level domains; those of two letters count too. */
const knownEndings = new Set(
  (
    'com net org info biz edu gov mil int name pro mobi app dev xyz online site store shop club live tv chat blog link ' +
    'click top win vip page website space fun games game chess team zone work group party bid loan men date stream ' +
    'download cam porn sex xxx adult casino bet poker bot cloud tech media news art click host press world today life ' +
    'onion lol wtf moe zip mov phd how ink icu buzz cyou rest quest monster sbs cfd'
  ).split(' '),
);

/** Two-letter words that often start a sentence. */
const words = new Set(
  (
    'so no it is me in at to be my as by do us am an or if he we ok gg wp hf gl ty hi np go of on up oh ah ha yo da ja ' +
    'si un la le de et en je tu'
  ).split(' '),
);

/** Any scheme with `//`, and listed schemes without. */
const scheme =
  /:\/\/|(?:^|[^a-z])(?:https?|ftp|file|wss?|mailto|tel|sms|javascript|vbscript|data|blob|view-source|magnet|skype|steam|discord|tg|whatsapp|facetime|intent|xmpp|irc|bitcoin):\S/u;

const mail = /[^\s@]@[^\s@]*[.。]\p{L}{2}/u;

const address = /(?:^|[^\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/u;

const local = /(?:^|[^a-z])localhost(?::\d|\/)/u;

/** A host name (with letters of any script and emoji), its top-level domain, and the next character. */
const host =
  /(?:[^\s!-,./:-@[-^`{-~。]+[.。])+(xn--[a-z0-9-]+|[a-z]{2,}(?![a-z0-9-])|[\p{L}\p{M}]{2,}(?![\p{L}\p{N}\p{M}-]))([/:?#]?)/gu;

/** Longer than any word after NFKC, which expands some single characters to whole phrases. */
const LONGEST_WORD = 400;

/**
 * How much a word resembles a link: `full` for links and e-mail addresses, `half` if it may be a sentence without a
 * space. Compatibility characters (`ｗｗｗ`, `ⓔvil`) count as the letters that they stand for.
 */
export function likenessToLink(word: string): Likeness {
  const written = likenessOf(word.toLowerCase());
  if (written === 'full') return 'full';
  const plain = likenessOf(word.normalize('NFKC').replace(/\s/gu, '').toLowerCase());
  return plain === 'none' ? written : plain;
}

type Likeness = 'none' | 'half' | 'full';

function likenessOf(word: string): Likeness {
  if (word.length > LONGEST_WORD) return 'full';
  if (scheme.test(word) || address.test(word) || local.test(word) || mail.test(word)) return 'full';
  if (/(?:^|[^a-z0-9])www\d?[.。]./u.test(word)) return 'full';
  let likeness: Likeness = 'none';
  for (const [, ending = '', then] of word.matchAll(host)) {
    if (then || isKnown(ending)) return 'full';
    likeness = 'half';
  }
  return likeness;
}

const isKnown = (ending: string): boolean =>
  ending.startsWith('xn--') ||
  knownEndings.has(ending) ||
  (/^[a-z]{2}$/.test(ending) && !words.has(ending));
