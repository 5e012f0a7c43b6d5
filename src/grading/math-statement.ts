import { readStated, type Found, type Reading } from './answers/read-stated.ts';
import { firstSentence } from './answers/sentences.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer } from './answers/stated-answer.ts';
import { wholeNumber } from './numbers/numeral.ts';
import { statedNumber } from './numbers/stated-number.ts';
import { canonical } from './rational.ts';

/** What a text holds as its last mathematics, without what stands around it. */
export interface LastMath {
  readonly rule: 'last-math' | 'last-number' | 'whole-text';
  /** LaTeX or plain text. */
  readonly value: string;
}

/** What an answer is looked for with. */
export interface MathQuestion {
  readonly prompt: string | undefined;
  readonly gold: string;
  readonly isUnmarkedRead: boolean;
}

/** Math in a text: `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` over lines. */
const MATH =
  /\$\$([^$]{1,1000})\$\$|(?<![\\$])\$([^$\n]{1,1000}?)(?<!\\)\$(?!\$)|\\\[((?:[^\\]|\\[^\]]){1,1000})\\\]|\\\(((?:[^\\\n]|\\[^)\n]){1,1000})\\\)/g;
const NUMBER =
  /(?<![\p{L}\d_.,/^])(?:[-−+]\s?)?[$€£]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s?\/\s?\d+)?(?:\s?\\?%)?(?!\d)/gu;
/** The last verb of a sentence that says what something is. */
const VERB =
  /^.*(?:(?<!\b(?:which|that|who) )\b(?:is|are|was|were|equals)\b|(?<!\d\s?):)(?: (?:therefore|thus|simply|just|exactly|equal to))*\s*(?=\S)/su;

/** From the first math of a text to its last, without the delimiters; undefined where there is none. */
function mathIn(text: string): string | undefined {
  const found = [...text.matchAll(MATH)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return text.slice(first.index, last.index + last[0].length);
}

/** A sentence that begins with its value, but for the marks around it. */
const BEGINS_WITH_VALUE =
  /^[\s*_`"“”]*(?:[-+−–±]?\s?(?:[\p{Nd}.$€£¥\\([{∞π√|½⅓⅔¼¾]|<(?=\d))|(?![aAI]\s)\p{L}(?![\p{L}'’]))/u;
/** Where a clause begins that says something else about the value. */
const CLAUSE =
  /(?:[,;]|\s[—–-])?\s+(?:which|because|since|so|as|where|when|if|for|after|that|per|every|each|since|given|meaning|making|i\.e\.)(?![\p{L}])/iu;

/**
 * What a sentence says that something is: the value that it begins with, or that stands after its last verb. Where there is
 * neither, the whole sentence: whether it holds one value is seen when it is read.
 */
function said(sentence: string): string {
  if (BEGINS_WITH_VALUE.test(sentence)) {
    const main = outsideMath(sentence, CLAUSE);
    const math = /^[\s*_`"“”]*(?:\$|\\[([])/.test(main) ? mathIn(main) : undefined;
    return math ?? main.replaceAll(/[*_`"“”]{2,}|^[*_`"“”]+|[*_`"“”]+$/g, ' ').trim();
  }
  const after = sentence.replace(VERB, '');
  if (BEGINS_WITH_VALUE.test(after)) return mathIn(after) ?? after.replaceAll(/[*`"“”]+/g, ' ').trim();
  return sentence.replaceAll(/[*`"“”]+/g, ' ').trim();
}

/** The text up to the first match of a pattern outside of math. */
function outsideMath(text: string, pattern: RegExp): string {
  const hidden = text.replaceAll(MATH, (math) => '#'.repeat(math.length));
  const match = pattern.exec(hidden);
  return match === null ? text : text.slice(0, match.index);
}

const NEGATION = /^(?:not|n't|never|neither|incorrect|wrong)\b/i;
/** What can hold a value: a digit of any script, LaTeX, an operator, or a letter that stands alone. */
const HOLDS_VALUE = /\p{N}|[\\$=<>^π∞√∅]|(?<![\p{L}'’])[b-hj-zB-HJ-Z](?![\p{L}'’])/u;
const LIST_NUMBER = /^\d{1,3}[.)]\s+[*_]{0,3}\p{L}/u;

/** LaTeX, and a percent sign, which may divide a number by a hundred: what is read as mathematics, not as a number. */
const MATHEMATICS = /[\\^_{}%]|percent/;
const AS_ENGLISH = { decimalComma: false, isTolerant: false };

/** What decides how a statement is read. */
interface Wanted {
  readonly prompt: string | undefined;
  /** Whether the right answer is words: otherwise words alone are no answer. */
  readonly isWords: boolean;
  /** Whether the right answer is a number, so that one in a sentence is read as the grader for numbers reads it. */
  readonly isNumber: boolean;
}

function inWhole({ text, rule, at, isCut }: StatedAnswer, { isWords }: Wanted): Reading<string> {
  const isHeading = rule === 'hashes' && (LIST_NUMBER.test(text) || /^\p{L}{3,}/u.test(text));
  if (!isWords && (isHeading || (at < 0 && !HOLDS_VALUE.test(text)))) return 'none';
  if (rule === 'bold-ending' && !HOLDS_VALUE.test(text)) return 'none';
  if (rule === 'whole-text' && (!isBare(text) || text.includes('\\boxed'))) return 'none';
  return isCut ? 'unreadable' : { value: text };
}

function inSentence(stated: StatedAnswer, { isWords }: Wanted): Reading<string> {
  const opensDisplay = /^(?:\$\$|\\\[)/.test(stated.text);
  const sentence = opensDisplay ? stated.text : firstSentence(stated.text);
  if (NEGATION.test(sentence) || stated.text.charAt(sentence.length) === '?') return 'none';
  const answer = opensDisplay ? (mathIn(sentence) ?? '') : said(sentence);
  if (!/[\p{L}\p{N}\\]/u.test(answer)) return 'none';
  if (!isWords && (!HOLDS_VALUE.test(answer) || (isProse(answer) && !/[\p{N}\\$]/u.test(answer))))
    return 'none';
  // Below "Answer:" may stand a whole solution, which begins with a sentence.
  if (stated.form === 'label' && !stated.isLast && isProse(stated.text)) return 'none';
  return stated.isCut ? 'unreadable' : { value: answer };
}

/** The mathematics, or the words, of a statement. */
function statedMath(stated: StatedAnswer, wanted: Wanted): Reading<string> {
  const mayBeNumber = wanted.isNumber && stated.rule !== 'boxed' && !MATHEMATICS.test(stated.text);
  if (mayBeNumber) {
    const number = statedNumber(stated, { ...AS_ENGLISH, prompt: wanted.prompt });
    if (typeof number !== 'string' && !('other' in number.value)) return { value: canonical(number.value) };
  }
  return stated.form === 'whole' ? inWhole(stated, wanted) : inSentence(stated, wanted);
}

/** Whether two words stand one after the other outside of math. */
function isProse(text: string): boolean {
  return /\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text.replaceAll(/\$[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+/g, ' '));
}

/** How far before the end of a text math and numbers are looked for that nothing marks. */
const SEARCHED = 4000;

/** Whether the text is an answer and nothing else. */
function isBare(text: string): boolean {
  return (
    text !== '' && text.length <= 200 && !/\n|\$[^$]+\$|\\[([]|\p{L}\d\p{L}/u.test(text) && !isProse(text)
  );
}

/** The last math or number of a text, or the whole of a text that is an answer and nothing else. */
function lastMath(whole: string): LastMath | undefined {
  if (isBare(whole.trim())) return { rule: 'whole-text', value: whole.trim() };
  const text = whole.slice(-SEARCHED);
  const math = [...text.matchAll(MATH)].at(-1);
  const mathEnd = math === undefined ? -1 : math.index + math[0].length;
  const number = [...text.matchAll(NUMBER)].at(-1);
  if (number !== undefined && number.index > mathEnd && (math !== undefined || !/\\[([]/.test(text))) {
    return { rule: 'last-number', value: number[0].trim() };
  }
  if (math === undefined) return undefined;
  return { rule: 'last-math', value: (math[1] ?? math[2] ?? math[3] ?? math[4] ?? '').trim() };
}

/**
 * What a completion states as its answer; where it states none and `isUnmarkedRead`, its last math or number. Words count
 * only where the right answer is words.
 */
export function mathAnswer(
  text: string,
  { prompt, gold, isUnmarkedRead }: MathQuestion,
): Found<string> | undefined {
  const wanted = {
    prompt,
    isWords: isWords(gold),
    isNumber: wholeNumber(gold) !== undefined && !gold.includes('%'),
  };
  return (
    readStated(text, prompt, { read: (stated) => statedMath(stated, wanted) }) ??
    (isUnmarkedRead ? lastMath(text) : undefined)
  );
}

const AS_GOLD = { prompt: undefined, isWords: true, isNumber: false };

/** The right answer: a bare one as it stands, or what a whole solution with a box or a marked answer states. */
export function goldStatement(answer: string): string | undefined {
  const isSolution = /\\boxed|\\fbox|[Aa]nswer/.test(answer);
  const found = isSolution
    ? readStated(answer, undefined, { read: (stated) => statedMath(stated, AS_GOLD) })
    : undefined;
  const gold = found === undefined ? answer.trim() : (found.value ?? '');
  return gold === '' || gold.length > MAX_ANSWER_LENGTH ? undefined : gold;
}

/** Whether a right answer is words, so that words are an answer. */
function isWords(gold: string): boolean {
  const plain = gold.replaceAll(/\\(?:text(?:bf|it|rm)?|mathrm|mathbf|mbox)\s?\{([^{}]*)\}/g, '$1');
  return /^[\p{L}\p{M}\s.,'’()-]+$/u.test(plain) && /\p{L}{2}/u.test(plain);
}
