import type { Asked } from '../answers/asked/asked.ts';
import { readStated, type Found, type Reading } from '../answers/read-stated.ts';
import { firstSentence } from '../answers/sentences.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer } from '../answers/stated-answer.ts';
import { ASSIGNMENT, asksFor, isLetterOfNoOption, valueOfAsked, withoutCalculations } from './asked-value.ts';
import { contentOf, isProse, MATH, mathIn, onlyMath } from './delimited.ts';
import { statesPlainNumber } from './plain-number.ts';
import { derivesAnother, said, withMarkedLabel, withoutRemark } from './said.ts';
import { isNumberInWords } from '../math/latex/words.ts';
import { withoutBounds } from '../numbers/counted.ts';
import { wholeNumber } from '../numbers/numeral.ts';
import { statedNumber } from '../numbers/stated-number.ts';
import { canonical } from '../numbers/rational.ts';

/** The last math in the text, without its delimiters. */
export interface LastMath {
  readonly rule: 'last-math' | 'last-number' | 'whole-text';
  /** The math, as LaTeX or plain text. */
  readonly value: string;
}

/** The inputs for finding an answer. */
export interface MathQuestion {
  readonly prompt: string | undefined;
  readonly asked: Asked | undefined;
  readonly gold: string;
  readonly isUnmarkedRead: boolean;
}

const NUMBER =
  /(?<![\p{L}\d_.,/^])(?:[-−+]\s?)?[$€£]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s?\/\s?\d+)?(?:\s?\\?%)?(?!\d)/gu;
const NEGATION = /^(?:not|n't|never|neither|incorrect|wrong)\b/i;
/** Matches characters that may be part of a value: a digit of any script, LaTeX, an operator, or a single letter. */
const HOLDS_VALUE = /\p{N}|[\\$=<>^π∞√∅]|(?<![\p{L}'’])[b-hj-zB-HJ-Z](?![\p{L}'’])/u;
const LIST_NUMBER = /^\d{1,3}[.)]\s+[*_]{0,3}\p{L}/u;

const AS_ENGLISH = { decimalComma: false, isTolerant: false };

/** The expected kind of answer, which determines how a statement is read. */
interface Wanted {
  readonly prompt: string | undefined;
  /** Whether the right answer consists of words. If it does not, words alone are not an answer. */
  readonly isWords: boolean;
  /** Whether the right answer is "yes" or "no". If it is, a sentence that starts with either word is read as that word. */
  readonly isReply: boolean;
  /** Whether the right answer is a number. If it is, `numeric`'s rules read the numbers in sentences. */
  readonly isNumber: boolean;
}

/** Matches a calculation without its result, but not `3/4`, `1 + 2/3` and `2 + 5i`, which are values. */
const UNWORKED =
  /^(?=[^*×÷]*[*×÷]|[^/]*\/[^/]*\/|[\d.]+\s\+\s[\d.]+(?:\s|$))[\d.,()\s]+(?:[-+*×÷/]+[\d.,()\s]+)+(?:=[\d.,()\s]+(?:[-+*×÷/]+[\d.,()\s]+)+){0,20}$/;
/** Matches a sentence with a percentage and no other number. */
const ONLY_PERCENTAGE = /^[^\d%=<>\\]*?([-−]?\d[\d,]*(?:\.\d+)?\s?\\?%)[^\d%=<>\\]*$/;
/** Matches "yes" or "no" at the start of a reply. */
const REPLY = /^[\s*_"“(]*(yes|no)[*_"”)]*(?=[,.;:!]|\s[–—-]|$)/i;
/** Matches sentences that describe the answer without stating it. */
const ABOUT_ANSWER =
  /^(?:(?:also|indeed|already|therefore|thus) )?(?:correct|consistent|independent|obtained|derived|found by|in the form|confirmed|verified|reasonable|rounded|in base|the same (?:as|for))\b/i;
/** Matches the end of a sentence after which `!` may be a factorial or an exclamation mark: `5!`. */
const MAY_BE_FACTORIAL = /[\p{N})][*_]{0,2}$/u;
/** Matches the next line if it contains only math, as the next entry of a list does. */
const NEXT_VALUE = /^\s*\n\s*(?:[-*•]\s+)?(?:\$[^$\n]+\$|\\\([^\n]+?\\\))[.,;]?\s*(?:\n|$)/;
/** Matches arithmetic with factorials. */
const FACTORIALS = /^(?=.*[+*/^=-])[\d!+*/^()=\s-]+$/;
/** Matches a final value that is computed from other values: `m = 7, n = 13, m + n = 20`. */
const COMBINED =
  /^[^=]*\p{L}\s?=[^=,;]+,[^=]*\p{L}\s?=[^=,;]+,\s*(?:\\q?quad\s*)?(?:and )?(\p{L}\s?[-+]\s?\p{L}\s?=[^=,;]+)$/u;
/** Matches the values of several names from separate boxes, joined as `\{…\}`. */
const NAMED_BOXES = /^\\\{(\s*([a-zA-Z])\s?=[^,{}]*,\s*(?!\2)[a-zA-Z]\s?=[^,{}]*)\\\}$/;

/** Matches a word that confirms what was said before, instead of stating a number. */
const SAYS_TRUE = /^(?:true|confirmed|verified|proven|done)\W*$/i;

function inWhole(
  { text, rule, at, isCut, isTagged }: StatedAnswer,
  { isWords, isNumber }: Wanted,
): Reading<string> {
  const isHeading = rule === 'hashes' && (LIST_NUMBER.test(text) || /^\p{L}{3,}/u.test(text));
  if (isNumber && isTagged === true && SAYS_TRUE.test(text)) return 'unreadable';
  if (!isWords && (isHeading || (at < 0 && !holdsValue(text)))) return 'none';
  if (rule === 'bold-ending' && !holdsValue(text)) return 'none';
  if (rule === 'whole-text' && UNWORKED.test(text)) return 'none';
  if (rule === 'whole-text' && (!isBare(onlyMath(text) ?? text) || text.includes('\\boxed'))) return 'none';
  const value = onlyMath(text) ?? NAMED_BOXES.exec(text)?.[1] ?? withMarkedLabel(withoutRemark(text));
  return isCut ? 'unreadable' : { value };
}

function inSentence(stated: StatedAnswer, { isWords }: Wanted): Reading<string> {
  const opensDisplay = /^(?:\$\$|\\\[)/.test(stated.text);
  const isAll = opensDisplay || FACTORIALS.test(stated.text);
  const sentence = isAll ? stated.text : firstSentence(stated.text);
  const end = stated.text.charAt(sentence.length);
  if (NEGATION.test(sentence) || end === '?') return 'none';
  if (stated.form === 'sentence' && ABOUT_ANSWER.test(sentence)) return 'none';
  const answer = opensDisplay ? (mathIn(sentence) ?? '') : said(withMarkedLabel(sentence));
  if (!/[\p{L}\p{N}\\]/u.test(answer)) return 'none';
  if (
    !isWords &&
    (!holdsValue(answer) || (isProse(answer) && !/[\p{N}\\$]/u.test(answer) && !isNumberInWords(answer)))
  )
    return 'none';
  // "Answer:" may precede a whole solution, which starts with a sentence.
  if (stated.form === 'label' && !stated.isLast && isProse(stated.text)) return 'none';
  // A list continues on the lines below.
  if (stated.isBelow && onlyMath(sentence.trim()) !== undefined && NEXT_VALUE.test(stated.after))
    return 'unreadable';
  if (end === '!' && MAY_BE_FACTORIAL.test(sentence)) return 'unreadable';
  return stated.isCut || derivesAnother(sentence) ? 'unreadable' : { value: answer };
}

/** Matches a number at the end of a sentence that says what the number is: "the area is 5". */
const ENDS_IN_NUMBER =
  /^[^$\\=]*\s(?:is|are|equals)\s([$€£]?[-−]?\d[\d,]*(?:\.\d+)?\s?\\?%?)(?:\s\p{L}{2,})?$/u;

/**
 * The only formula in a sentence without a marker, if it ends the sentence and the words before it say what it is: "the
 * area is $5$".
 */
function onlyFormula(sentence: string): Reading<string> {
  const number = ENDS_IN_NUMBER.exec(sentence)?.[1];
  if (number !== undefined) return { value: number };
  const [only, ...others] = [...sentence.matchAll(MATH)];
  if (only === undefined || others.length > 0 || !/\d/.test(only[0])) return 'none';
  const before = sentence.slice(0, only.index);
  const isEnd = sentence.length - only.index - only[0].length <= 1;
  return isEnd && /\b(?:is|are|equals)\s$/.test(before) && !/\d/.test(before)
    ? { value: contentOf(only) }
    : 'none';
}

function holdsValue(text: string): boolean {
  return HOLDS_VALUE.test(text) || isNumberInWords(text);
}

/** Matches a dollar amount's country prefix: `C$60,000`. */
const DOLLARS_OF = /(?<![\p{L}\d\\$])(?:US|CA?|AU?|NZ|HK|NT|SG?|R)(?=\\?\$\s?\d[\d,.]*(?![\d,.]*[^\n]*\$))/gu;

/** Matches GSM8K's calculator annotations. */
const ANNOTATION = /<<[^<>\n]{1,100}>>/g;
const STEP = /^Step \d{1,2}\s?[:.]\s(?=\S)/;

function withoutNotes(text: string): string {
  return withoutCalculations(text.replaceAll(ANNOTATION, '').replace(STEP, '').replaceAll(DOLLARS_OF, ''));
}

const ZERO_AND_NUMBER = /^(?=.*\bzero\b).*\d/is;

/** A statement's math or words. */
function statedMath(whole: StatedAnswer, wanted: Wanted): Reading<string> {
  const stated = wanted.isNumber ? { ...whole, text: withoutNotes(whole.text) } : whole;
  const counted = stated.at < 0 && stated.form === 'sentence' ? withoutBounds(stated.text) : stated.text;
  if (wanted.isNumber && stated.rule !== 'boxed' && statesPlainNumber(counted)) {
    const number = statedNumber(stated, { ...AS_ENGLISH, prompt: wanted.prompt });
    if (typeof number !== 'string' && !('other' in number.value)) return { value: canonical(number.value) };
  }
  if (stated.rule === 'last-sentence') {
    const [, name, value] = ASSIGNMENT.exec(stated.text) ?? [];
    return name !== undefined && value !== undefined && asksFor(name, wanted.prompt)
      ? { value }
      : (numberInProse(stated, wanted) ?? 'none');
  }
  if (stated.rule === 'whole-text' && stated.form === 'sentence') {
    const formula = onlyFormula(stated.text);
    return formula === 'none' ? (numberInProse(stated, wanted) ?? 'none') : formula;
  }
  const reply = wanted.isReply ? REPLY.exec(stated.text)?.[1] : undefined;
  if (reply !== undefined) return { value: reply };
  // In "zero cars in 15 minutes", 15 is not the only number.
  if (wanted.isNumber && isProse(stated.text) && ZERO_AND_NUMBER.test(stated.text)) return 'unreadable';
  const reading = stated.form === 'whole' ? inWhole(stated, wanted) : inSentence(stated, wanted);
  const combined =
    wanted.isNumber && typeof reading !== 'string' ? COMBINED.exec(reading.value)?.[1] : undefined;
  if (combined !== undefined) return { value: combined };
  if (wanted.isNumber && typeof reading !== 'string') {
    if (stated.rule !== 'boxed' && isLetterOfNoOption(reading.value, wanted.prompt)) return 'none';
    const asked = valueOfAsked(reading.value, wanted.prompt);
    if (asked !== undefined) return { value: asked };
  }
  const percentage =
    wanted.isNumber && stated.form === 'sentence' && typeof reading !== 'string' && isProse(reading.value)
      ? ONLY_PERCENTAGE.exec(reading.value)?.[1]
      : undefined;
  if (percentage !== undefined) return { value: percentage };
  const isUnclear = reading === 'unreadable' || (typeof reading !== 'string' && isProse(reading.value));
  const number = isUnclear ? numberInProse(stated, wanted) : undefined;
  if (number !== undefined || typeof reading === 'string') return number ?? reading;
  return { ...reading, isProse: wanted.isNumber && isUnclear };
}

/**
 * Matches percentages, times of day and compound words with a number, which do not compete with the number that a
 * sentence gives as its answer.
 */
const BESIDE = /\d[\d,]*(?:\.\d+)?\s?%|\b\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?|\b\d+-(?=\p{L}{2})|\bR(?=\$)/giu;

/** The number in a sentence without math, if the right answer is a number. */
function numberInProse(stated: StatedAnswer, wanted: Wanted): Reading<string> | undefined {
  if (!wanted.isNumber || stated.form === 'whole' || !isProse(stated.text)) return undefined;
  const rest = stated.text.replaceAll(BESIDE, '');
  if (!/\d/.test(rest) || !statesPlainNumber(rest)) return undefined;
  const number = statedNumber(stated, { ...AS_ENGLISH, prompt: wanted.prompt });
  return typeof number === 'string' || 'other' in number.value
    ? undefined
    : { value: canonical(number.value) };
}

/**
 * Matches characters that close a formula at the end of the text. Cutting off punctuation also removes these characters,
 * which must then be restored.
 */
const CLOSING = /^!?(?:[$)}\]*_`"']|\\[)\]}])*/;

/** A statement as written in the text: with its closing characters, and without any block-quote or list mark before it. */
function asWritten(stated: StatedAnswer, text: string): StatedAnswer {
  if (stated.isBelow) return { ...stated, text: stated.text.replace(/^(?:>|[-•*](?= [$\\]))\s+(?=\S)/, '') };
  if (stated.rule !== 'conclusion') return stated;
  const end = text.lastIndexOf(stated.text) + stated.text.length;
  const closing = CLOSING.exec(text.slice(end, end + 20))?.[0] ?? '';
  return { ...stated, text: `${stated.text}${/^!?$/.test(closing) ? '' : closing}` };
}

/** Matches words that change the meaning of the bold text after them: "at least **5**", "half of **5**". */
const BOUND =
  /(?:\b(?:than|at (?:least|most)|by|not|no|multiple of|factor of|divisor of|root of|half of|between|up to|or)|[<>≤≥≠+*/^-])\s*[($]*$/i;

/** Whether the words before bold text at the end of a completion change its meaning. */
function isBoundBefore({ rule, text: bold }: StatedAnswer, text: string): boolean {
  if (rule !== 'bold-ending') return false;
  const at = text.lastIndexOf(`**${bold}`);
  return at !== -1 && BOUND.test(text.slice(Math.max(0, at - 40), at));
}

/** How far from the end of the text to search for math and numbers without a marker, in UTF-16 code units. */
const SEARCHED = 4000;

/** Whether the text consists only of an answer. */
function isBare(text: string): boolean {
  return (
    text !== '' && text.length <= 200 && !/\n|\$[^$]+\$|\\[([]|\p{L}\d\p{L}/u.test(text) && !isProse(text)
  );
}

/** The last math or number in the text, or the whole text if it consists only of an answer. */
export function lastMath(whole: string): LastMath | undefined {
  if (isBare(whole.trim())) return { rule: 'whole-text', value: whole.trim() };
  const text = whole.slice(-SEARCHED);
  const math = [...text.matchAll(MATH)].at(-1);
  const mathEnd = math === undefined ? -1 : math.index + math[0].length;
  const number = [...text.matchAll(NUMBER)].at(-1);
  if (number !== undefined && number.index > mathEnd && (math !== undefined || !/\\[([]/.test(text))) {
    return { rule: 'last-number', value: number[0].trim() };
  }
  if (math === undefined) return undefined;
  return { rule: 'last-math', value: contentOf(math) };
}

/**
 * Returns the answer that a completion gives explicitly. If it gives none and `isUnmarkedRead` is set, returns its last
 * math or number. Words count only if the right answer consists of words.
 */
export function mathAnswer(
  text: string,
  { prompt, asked, gold, isUnmarkedRead }: MathQuestion,
): Found<string> | undefined {
  const wanted = {
    prompt,
    isWords: isWords(gold),
    isReply: /^\W*(?:yes|no)\W*$/i.test(gold),
    isNumber: wholeNumber(gold) !== undefined && !gold.includes('%'),
  };
  return (
    readStated(text, asked, {
      read: (stated) =>
        isBoundBefore(stated, text) ? 'unreadable' : statedMath(asWritten(stated, text), wanted),
    }) ?? (isUnmarkedRead ? lastMath(text) : undefined)
  );
}

const AS_GOLD = { prompt: undefined, isWords: true, isReply: false, isNumber: false };

/**
 * The right answer from an eval set: the whole text or, if the text is a solution, the answer in a box or after a
 * marker.
 */
export function goldStatement(answer: string): string | undefined {
  const isSolution = /\\boxed|\\fbox|[Aa]nswer/.test(answer);
  const found = isSolution
    ? readStated(answer, undefined, { read: (stated) => statedMath(stated, AS_GOLD) })
    : undefined;
  const gold = found === undefined ? answer.trim() : (found.value ?? '');
  return gold === '' || gold.length > MAX_ANSWER_LENGTH ? undefined : gold;
}

/** Whether a right answer consists of words. If it does, words count as an answer. */
function isWords(gold: string): boolean {
  const plain = gold.replaceAll(/\\(?:text(?:bf|it|rm)?|mathrm|mathbf|mbox)\s?\{([^{}]*)\}/g, '$1');
  return /^[\p{L}\p{M}\s.,'’()-]+$/u.test(plain) && /\p{L}{2}|^\s*\(?[A-Z]\)?\s*$/u.test(plain);
}
