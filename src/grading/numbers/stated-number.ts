import type { Reading } from '../answers/read-stated.ts';
import { firstSentence } from '../answers/sentences.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import { canonical, type Rational } from '../rational.ts';
import { isRational, numeralFrom, type Numeral, type NumeralStyle } from './numeral.ts';
import { beginsWithNumberWord, wordNumbers } from './number-words.ts';
import { plainText } from './plain-text.ts';

/** A rational number, or a text of something else that is no rational number. */
export type StatedNumber = Rational | { readonly other: string };

export interface NumberOptions extends NumeralStyle {
  /** Whether what follows `≈` counts where nothing exact is read, and a root of two is no number yet. */
  readonly isTolerant: boolean;
  /** The question: of several numbers in a sentence those that it gives are not the answer. */
  readonly prompt?: string | undefined;
}

/** A longer prompt is read so far. */
const LONGEST_PROMPT = 10_000;

/** What may stand between a marker and a number: signs of currency, names (`x =`), words that say nothing of the value. */
const DECORATION =
  /^(?:[\s*_$€£¥₹₽₩฿₫`({[~:;=+"'|>•·-]|(?:Rs|USD|US|EUR|GBP|CNY|RMB|HK)\.?(?= ?[$\d])|\b(?:approximately|approx|about|around|roughly|exactly|simply|just|only|therefore|thus|then|hence|so|now|indeed|clearly|actually|also|still|equal to|a total of|total|is|be|of|at least|at most|the number|the value|number)(?![\p{L}])\.?|\p{L}[\p{L}\d_']{0,3}\s?=)*$/iu;
const PROSE = /^[\p{L}\p{M}\s\d.,;:!?'’"()*_$€£¥₹%°<>/|-]*$/u;
const NEGATION = /^(?:not|n't|never|neither|unknown|incorrect|wrong)\b/i;
const LIST_NUMBER = /^\d{1,3}[.)]\s+[*_]{0,3}\p{L}/u;
/** Another value beside the first: `2 or 3`, `2-3`, `x = 2, y = 3`, `18 eggs and 5 hens`. */
const ANOTHER =
  /^(?:\s?(?:[%°$€£]|[\p{L}\p{M}.'’-]+)){0,4}?\s?(?:(?:,\s?)?(?<!\p{L})(?:and|or|to|y|o|u|und|oder|bis|et|ou|à|или|и|e|及|和|或)(?!\p{L})|[,;&–—-]|\/)\s?(?:[\p{L}][\p{L}\d_]{0,3}\s?=\s?)?[({]?[$€£]?[-+−]?\d/iu;
const LEADING_MARKS = /^[^\p{L}\p{N}]+|\b(?:approximately|about|exactly|simply|just|only)\s+/giu;
/** `5 feet 6 inches` is one value of two numbers. */
const COMPOUND = /^\s?\p{L}+\.?,?\s\d+(?:\.\d+)?\s?\p{L}/u;
const CLAUSE_END =
  /^(?:\s?[\p{L}\p{M}.%°$€£'’*-]+){0,4}\s?(?:[,;:()]|\b(?:per|for|in|of|out|at|each|every|on|by|from|which|that|because|as|since|so|plus|with|after|if|when|and|more|left|less|than)\b)/iu;

function read(numeral: Numeral, text: string, { isTolerant }: NumberOptions): StatedNumber | 'unreadable' {
  const { value, start, end } = numeral;
  if (isRational(value)) return value;
  if (value === 'unreadable' || (value === 'other' && isTolerant)) return 'unreadable';
  return { other: text.slice(start, end).trim() };
}

function sameNumber(a: StatedNumber, b: StatedNumber): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(value: StatedNumber): string {
  return 'other' in value ? value.other : canonical(value);
}

/** The value that a text begins with; `none` where it begins with something else. */
function beginning(text: string, options: NumberOptions): Reading<StatedNumber> & { rest?: string } {
  const first = numeralFrom(text, 0, options);
  const prefix = first === undefined ? text : text.slice(0, first.start);
  if (first === undefined || !DECORATION.test(prefix)) return wordBeginning(text);
  const value = read(first, text, options);
  if (value === 'unreadable') return value;
  const rest = text.slice(first.end);
  if (ANOTHER.test(rest) || COMPOUND.test(rest)) {
    const next = numeralFrom(text, first.end, options);
    const isSame = next !== undefined && isRational(next.value) && sameNumber(next.value, value);
    if (!isSame) return 'unreadable';
  }
  return { value, rest };
}

function wordBeginning(text: string): Reading<StatedNumber> {
  if (!beginsWithNumberWord(text.replace(LEADING_MARKS, ''))) return 'none';
  const [first, ...others] = wordNumbers(text);
  if (first === undefined || !DECORATION.test(text.slice(0, first.start))) return 'none';
  const next = text.slice(first.end);
  if (/^\s(?:of|that|who|which|more|way|thing|by|or)\b/i.test(next)) return 'none';
  const isRead =
    first.value !== undefined && others.length === 0 && !/\d/.test(next.replace(/^[\s*]*\([^)]*\)/, ''));
  return isRead && first.value !== undefined ? { value: first.value } : 'unreadable';
}

/** After the value of one name, another name. */
const NEXT_NAME = /\d[^=]*(?:,|;|\band\b|\bor\b)\s*\p{L}[\p{L}\d_]{0,3}\s*$/u;

/** The last exact value of a chain `a = b = c ≈ d`. `none` where the text is no chain, or no part of it begins with a value. */
function chained(text: string, options: NumberOptions): Reading<StatedNumber> & { rest?: string } {
  const [exact = '', ...approximate] = text.split('≈');
  const parts = exact.split(/(?<![<>!=])=(?!=)|⇒/);
  // `x = 5 and y = 6` are two values.
  if (parts.slice(1, -1).some((part) => NEXT_NAME.test(part))) return 'unreadable';
  let isUnreadable = false;
  for (const part of parts.toReversed()) {
    const reading = beginning(part, options);
    if (typeof reading !== 'string') return reading;
    isUnreadable ||= reading === 'unreadable';
  }
  if (isUnreadable) return 'unreadable';
  if (approximate.length > 0 && (options.isTolerant || exact.trim() === '')) {
    return beginning(approximate[0] ?? '', options);
  }
  return 'none';
}

/** Every number of a text that stands for itself: of a calculation only its result. */
function* valuesIn(text: string, options: NumberOptions): Generator<StatedNumber | 'unreadable'> {
  let from = 0;
  for (let next = numeralFrom(text, from, options); next; next = numeralFrom(text, from, options)) {
    from = Math.max(next.end, next.start + 1);
    const isOperand =
      /^\s?(?:[\p{L}$€£%*]+\s?){0,2}[-+×·*/÷x]?\s?=/u.test(text.slice(next.end)) ||
      (next.value === 'unreadable' && /^[^=\n]{0,40}=\s?[$€£]?[-\d]/.test(text.slice(next.end)));
    if (!isOperand) yield read(next, text, options);
  }
}

/** The one value that a text holds; `none` where it holds no number, `unreadable` where it holds several. */
function onlyValue(text: string, options: NumberOptions): Reading<StatedNumber> {
  const values = new Map<string, StatedNumber>();
  for (const value of valuesIn(text, options)) {
    if (value === 'unreadable') return 'unreadable';
    values.set(keyOf(value), value);
  }
  if (values.size > 1 && options.prompt !== undefined) {
    const given = plainText(options.prompt.slice(0, LONGEST_PROMPT));
    for (const value of valuesIn(given, options)) if (value !== 'unreadable') values.delete(keyOf(value));
    if (values.size === 0) return 'unreadable';
  }
  const [only, ...more] = values.values();
  if (more.length > 0) return 'unreadable';
  if (only !== undefined) return { value: only };
  const words = wordNumbers(text).filter(({ start, end }) => !/^one$/i.test(text.slice(start, end)));
  const [word, ...others] = words;
  if (word === undefined) return 'none';
  return others.length > 0 || word.value === undefined ? 'unreadable' : { value: word.value };
}

/** What stands in bold or in math in a sentence, if it is one thing. */
function emphasised(text: string): string | undefined {
  const found = [...text.matchAll(/\*\*([^*\n]{1,100})\*\*/g)].map((match) => match[1] ?? '');
  return found.length === 1 ? found[0] : undefined;
}

function inProse(raw: string, plain: string, options: NumberOptions): Reading<StatedNumber> {
  const all = onlyValue(plain, options);
  if (all !== 'unreadable') return all;
  const bold = emphasised(raw);
  const inBold = bold === undefined ? 'none' : onlyValue(plainText(bold), options);
  return typeof inBold === 'string' ? 'unreadable' : inBold;
}

/** What a statement states as a number. */
export function statedNumber(stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  const isWhole = stated.form === 'whole';
  const raw = isWhole ? stated.text : firstSentenceOf(stated);
  const bullet = stated.isBelow ? raw.replace(/^[-–•]\s+(?=\S)/, '') : raw;
  const plain = plainText(bullet).trim();
  if (NEGATION.test(plain)) return 'none';
  if (!isWhole && stated.isBelow && LIST_NUMBER.test(plain)) return 'none';
  if (stated.rule === 'hashes') return afterHashes(plain, stated, options);
  const reading = chained(plain, options);
  if (typeof reading !== 'string') {
    // Below "Answer:" may stand a whole solution: then its first line is not the answer.
    if (stated.form === 'label' && !stated.isLast && !beginsWithValue(plain, options)) return 'none';
    if (stated.isCut && (reading.rest ?? '') === '' && reading.rest !== undefined) return 'unreadable';
    if (stated.rule === 'whole-text' && !isBare(reading.rest ?? '')) return 'none';
    if (stated.form !== 'whole' && 'other' in reading.value && /^\d+[a-zA-Z]$/.test(reading.value.other))
      return 'unreadable';
    return stated.form === 'label' && !stated.isLast && isSolution(reading.rest ?? '', options)
      ? 'none'
      : reading;
  }
  if (stated.rule === 'whole-text') return 'none';
  if (isWhole) {
    if (reading === 'unreadable') return reading;
    const isProse = PROSE.test(plain) && /\p{L}{2}/u.test(plain);
    const only = isProse ? onlyValue(plain, options) : 'unreadable';
    return only === 'none' ? 'unreadable' : only;
  }
  if (reading === 'unreadable' && beginsWithValue(plain, options)) return reading;
  if (stated.form === 'label' && !stated.isLast) return 'none';
  const region = stated.form === 'label' ? plainText(stated.text) : plain;
  const only = inProse(bullet, region, options);
  // A sentence of several numbers states none of them.
  return only === 'unreadable' ? 'none' : only;
}

/** A unit, or what was counted, and maybe a remark in brackets. */
function isBare(rest: string): boolean {
  const words = rest.replace(/\s?\([^()]*\)/, '');
  return !/\d/.test(words) && words.trim().split(/\s+/).length <= 3;
}

function beginsWithValue(text: string, options: NumberOptions): boolean {
  return DECORATION.test(text.slice(0, numeralFrom(text, 0, options)?.start ?? text.length));
}

/** Whether more numbers follow within the clause: then the first is where a solution begins, not the answer. */
function isSolution(rest: string, options: NumberOptions): boolean {
  return numeralFrom(rest, 0, options) !== undefined && !CLAUSE_END.test(rest);
}

/** A question states nothing. */
function firstSentenceOf({ text }: StatedAnswer): string {
  const sentence = firstSentence(text);
  return text.charAt(sentence.length) === '?' ? '' : sentence;
}

/** After `####` a number stands alone or first: any other text is a heading. */
function afterHashes(plain: string, stated: StatedAnswer, options: NumberOptions): Reading<StatedNumber> {
  if (LIST_NUMBER.test(plain)) return 'none';
  const reading = chained(plain, options);
  if (typeof reading !== 'string') return stated.isCut && reading.rest === '' ? 'unreadable' : reading;
  const first = numeralFrom(plain, 0, options);
  return first !== undefined && DECORATION.test(plain.slice(0, first.start)) ? 'unreadable' : 'none';
}
