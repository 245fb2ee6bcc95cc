/** Endings of hosts' names that everybody knows; besides them, those of two letters. */
const knownEndings = new Set(
  (
    'com net org info biz edu gov mil int name pro mobi app dev xyz online site store shop club live tv chat blog link ' +
    'click top win vip page website space fun games game chess team zone work group party bid loan men date stream ' +
    'download cam porn sex xxx adult casino bet poker bot cloud tech media news art click host press world today life ' +
    'onion lol wtf moe zip mov phd how ink icu buzz cyou rest quest monster sbs cfd'
  ).split(' '),
);

/** Words of two letters with which a sentence may well go on. */
const words = new Set(
  (
    'so no it is me in at to be my as by do us am an or if he we ok gg wp hf gl ty hi np go of on up oh ah ha yo da ja ' +
    'si un la le de et en je tu'
  ).split(' '),
);

/** Anything with a scheme; those that need no `//`, by name. */
const scheme =
  /:\/\/|(?:^|[^a-z])(?:https?|ftp|file|wss?|mailto|tel|sms|javascript|vbscript|data|blob|view-source|magnet|skype|steam|discord|tg|whatsapp|facetime|intent|xmpp|irc|bitcoin):\S/u;

const mail = /[^\s@]@[^\s@]*[.。]\p{L}{2}/u;

const address = /(?:^|[^\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/u;

const local = /(?:^|[^a-z])localhost(?::\d|\/)/u;

/** What may stand in a host's name: also letters of any script, and emoji. Then its ending, and what comes after it. */
const host =
  /(?:[^\s!-,./:-@[-^`{-~。]+[.。])+(xn--[a-z0-9-]+|[a-z]{2,}(?![a-z0-9-])|[\p{L}\p{M}]{2,}(?![\p{L}\p{N}\p{M}-]))([/:?#]?)/gu;

/** Longer than any word once it is written out: some single characters stand for whole phrases. */
const LONGEST_WORD = 400;

/**
 * How much a word looks like something to be clicked: `full` for links and e-mail addresses, `half` where it may be a
 * sentence that goes on without a space. Letters in disguise (`ｗｗｗ`, `ⓔvil`) count as what they stand for.
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
