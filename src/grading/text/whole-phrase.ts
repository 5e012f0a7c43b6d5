import { GROUP_MARK } from './typography.ts';

/**
 * Matches characters of scripts without spaces between words, in which the end of a word is not visible: Chinese and
 * Japanese, the scripts of class SA of UAX #14 (Thai, Lao, Khmer, Myanmar and similar ones), Javanese and Balinese.
 */
const UNSPACED =
  /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tale}\p{scx=Talu}\p{scx=Lana}\p{scx=Tavt}\p{scx=Java}\p{scx=Bali}]/u;
const HANGUL = /^\p{scx=Hang}/u;
/** Matches numbers, except those in a circle or in brackets, which number a list's entries: ①Paris. */
const NUMBER = /^(?![\u2460-\u24FF\u2776-\u2793\u3220-\u325F\u3280-\u32BF])\p{N}/u;
const DIGIT = /^\p{Nd}/u;
const LETTER = /^[\p{L}\p{M}]/u;

const HAN_NUMERAL = /^[〇零一二三四五六七八九十百千万萬億亿兆两兩]/u;
/** Matches a Hangul character that multiplies a number before it: 18만 is 180,000. */
const HANGUL_MULTIPLIER = /^[백천만억조]/u;

/**
 * Matches characters that belong to the preceding character: marks, the vowel am of Thai and Lao, small kana and the long
 * vowel mark.
 */
const EXTENDS = /^[\p{M}\u0E33\u0EB3ぁぃぅぇぉゃゅょゎァィゥェォャュョヮー]/u;
/** Matches vowels of Thai, Lao and similar scripts that are written before the consonant that they follow in speech. */
const PRECEDES = /^\p{Logical_Order_Exception}/u;

type Kind = 'letter' | 'number' | 'han numeral' | 'unspaced' | 'hangul';

/** The kind of a character; undefined for punctuation, symbols and spaces. */
function kindOf(character: string): Kind | undefined {
  const code = character.charCodeAt(0);
  if (code < 128) {
    if (code >= 48 && code <= 57) return 'number';
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
    return isLetter ? 'letter' : undefined;
  }
  if (HAN_NUMERAL.test(character)) return 'han numeral';
  if (NUMBER.test(character)) return 'number';
  if (!LETTER.test(character)) return undefined;
  if (UNSPACED.test(character)) return 'unspaced';
  return HANGUL.test(character) ? 'hangul' : 'letter';
}

/**
 * Whether two neighboring characters belong to the same word, so that no phrase starts or ends between them. Letters of
 * spaced scripts and digits belong together. Letters of unspaced scripts do not belong together, and neither do a letter
 * of a spaced script and one of an unspaced script. In Korean, particles follow a word without a space and look like a
 * continuation of the word, so a phrase may end within Hangul but not start there.
 *
 * @param edge `start`: `right` is the first character of the phrase; `end`: `left` is its last.
 */
function holdTogether(left: string, right: string, edge: 'start' | 'end'): boolean {
  const of = kindOf(left);
  const next = kindOf(right);
  if (of === undefined || next === undefined) return false;
  if (EXTENDS.test(right) || PRECEDES.test(left)) return true;
  const isNumeral = (kind: Kind): boolean => kind === 'number' || kind === 'han numeral';
  if (isNumeral(of) && isNumeral(next)) return true;
  if (of === 'number' && HANGUL_MULTIPLIER.test(right)) return true;
  if (of === 'hangul' && next === 'hangul') return edge === 'start';
  return (of === 'letter' || of === 'number') && (next === 'letter' || next === 'number');
}

/** The code point that ends at `index`, which must be greater than 0. */
function codePointBefore(text: string, index: number): number {
  const pair = index > 1 ? (text.codePointAt(index - 2) ?? 0) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(index - 1);
}

/**
 * Caches the result for each code point, because the text may contain a million occurrences of a phrase but only a few
 * different characters next to them.
 */
function memoised(holds: (character: string) => boolean): (codePoint: number) => boolean {
  const known = new Map<number, boolean>();
  return (codePoint) => {
    const held = known.get(codePoint) ?? holds(String.fromCodePoint(codePoint));
    known.set(codePoint, held);
    return held;
  };
}

/** Matches a separator between digits of one number: `1.18`, `1,180`, `1'180`, and `1 180` with a no-break space. */
const SEPARATOR = new RegExp(
  `(?<=\\p{Nd})(?:[.,\\u066B\\u066C${GROUP_MARK}](?=\\p{Nd})|'(?=\\p{Nd}{3}(?!\\p{Nd})))`,
  'uy',
);
/** Matches a point at the start of a number: `.18`. */
const LEADING_POINT = /(?<![\p{L}\p{N}.])\./uy;

function stands(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/**
 * Whether the phrase occurs in the text as a whole, that is, not within a word, a number or a character. `18` does not
 * occur in `180`, `1.18` or `18.5`, nor `Paris` in `parisian`, but `東京` occurs in `東京です`. If the phrase begins or ends
 * with a character that is neither a letter nor a digit, no boundary is needed there. Both arguments are plain texts
 * (`typography.ts`), the text with its group marks and the phrase without any. Linear in the length of the text.
 */
export function containsWhole(text: string, phrase: string): boolean {
  const searched = text.replaceAll(GROUP_MARK, ' ');
  const first = String.fromCodePoint(phrase.codePointAt(0) ?? 0);
  const last = String.fromCodePoint(codePointBefore(phrase, phrase.length));
  const startsInNumber = DIGIT.test(first);
  const endsInNumber = DIGIT.test(last);
  const holdsToFirst = memoised((before) => holdTogether(before, first, 'start'));
  const holdsToLast = memoised((after) => holdTogether(last, after, 'end'));
  for (let at = searched.indexOf(phrase); at !== -1; at = searched.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (at > 0) {
      if (holdsToFirst(codePointBefore(text, at))) continue;
      if (startsInNumber && (stands(SEPARATOR, text, at - 1) || stands(LEADING_POINT, text, at - 1)))
        continue;
    }
    if (end < text.length) {
      if (holdsToLast(text.codePointAt(end) ?? 0)) continue;
      if (endsInNumber && stands(SEPARATOR, text, end)) continue;
    }
    return true;
  }
  return false;
}
