import { readStated, type Found, type Reading } from './answers/read-stated.ts';
import { firstSentence } from './answers/sentences.ts';
import { MAX_ANSWER_LENGTH, type StatedAnswer } from './answers/stated-answer.ts';

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
  /^.*(?:\b(?:is|are|was|were|equals)\b|:)(?: (?:therefore|thus|simply|just|exactly|equal to))*\s*(?=\S)/su;

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

/** What a sentence says that something is: the value that it begins with, or what stands after its last verb. */
function said(sentence: string): string | undefined {
  if (BEGINS_WITH_VALUE.test(sentence)) {
    const main = outsideMath(sentence, CLAUSE);
    const math = /^[\s*_`"“”]*(?:\$|\\[([])/.test(main) ? mathIn(main) : undefined;
    return math ?? main.replaceAll(/[*_`"“”]{2,}|^[*_`"“”]+|[*_`"“”]+$/g, ' ').trim();
  }
  const after = sentence.replace(VERB, '');
  const math = mathIn(after);
  if (math !== undefined) return math;
  const plain = after.replaceAll(/[*`"“”]+/g, ' ').trim();
  return plain === '' ? mathIn(sentence) : plain;
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

/** The mathematics, or the words, of a statement. Words alone are none unless words are the right answer. */
function statedMath(stated: StatedAnswer, wantsWords: boolean): Reading<string> {
  const { form, rule } = stated;
  if (form === 'whole') {
    const text = stated.text.trim();
    const isHeading =
      rule === 'hashes' && (LIST_NUMBER.test(text) || /^\p{L}{3,}/u.test(text)) && !wantsWords;
    if (rule === 'whole-text' && (!isBare(text) || text.includes('\\boxed'))) return 'none';
    if (
      isHeading ||
      (stated.at < 0 && !wantsWords && !HOLDS_VALUE.test(text)) ||
      (rule === 'bold-ending' && !HOLDS_VALUE.test(text))
    )
      return 'none';
    return stated.isCut ? 'unreadable' : { value: text };
  }
  const opensDisplay = /^(?:\$\$|\\\[)/.test(stated.text.trim());
  const sentence = opensDisplay ? stated.text : firstSentence(stated.text);
  if (NEGATION.test(sentence) || stated.text.charAt(sentence.length) === '?') return 'none';
  const answer = opensDisplay ? mathIn(sentence) : said(sentence);
  if (answer === undefined || !/[\p{L}\p{N}\\]/u.test(answer)) return 'none';
  if (!wantsWords && !HOLDS_VALUE.test(answer)) return 'none';
  // Below "Answer:" may stand a whole solution, which begins with a sentence.
  if (form === 'label' && !stated.isLast && !beginsWithMath(stated.text)) return 'none';
  return stated.isCut ? 'unreadable' : { value: answer.trim() };
}

function beginsWithMath(text: string): boolean {
  return !/\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text.replaceAll(/\$[^$]*\$|\\\(.*?\\\)|\\[a-zA-Z]+/g, ' '));
}

/** How far before the end of a text math and numbers are looked for that nothing marks. */
const SEARCHED = 4000;

/** Whether the text is an answer and nothing else. */
function isBare(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 200 &&
    !/\n|\$[^$]+\$|\\[([]|\p{L}\d\p{L}/u.test(text) &&
    !/\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text.replaceAll(/\\[a-zA-Z]+/g, ''))
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
  const wantsWords = isWords(gold);
  return (
    readStated(text, prompt, { read: (stated) => statedMath(stated, wantsWords) }) ??
    (isUnmarkedRead ? lastMath(text) : undefined)
  );
}

/** The right answer: a bare one as it stands, or what a whole solution with a box or a marked answer states. */
export function goldStatement(answer: string): string | undefined {
  const isSolution = /\\boxed|\\fbox|[Aa]nswer/.test(answer);
  const found = isSolution
    ? readStated(answer, undefined, { read: (stated) => statedMath(stated, true) })
    : undefined;
  const gold = found === undefined ? answer.trim() : (found.value ?? '');
  return gold === '' || gold.length > MAX_ANSWER_LENGTH ? undefined : gold;
}

/** Whether a right answer is words, so that words are an answer. */
function isWords(gold: string): boolean {
  const plain = gold.replaceAll(/\\(?:text(?:bf|it|rm)?|mathrm|mathbf|mbox)\s?\{([^{}]*)\}/g, '$1');
  return /^[\p{L}\p{M}\s.,'’()-]+$/u.test(plain) && /\p{L}{2}/u.test(plain);
}
