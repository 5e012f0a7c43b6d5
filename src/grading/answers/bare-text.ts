import { saysWhy } from './endings.ts';
import { type StatedAnswer, unmarkedSentence, whole } from './stated-answer.ts';

/** Maximum length, in UTF-16 code units, of a line that can be just an answer. */
export const LONGEST_BARE = 80;

/** The possible answers in a single short line. */
interface Bare {
  /** The answer if the line is the whole text. */
  readonly alone?: StatedAnswer | undefined;
  /**
   * The answer if the line is above an explanation. If the explanation reaches a different answer, that answer counts.
   */
  readonly explained?: StatedAnswer | undefined;
}

/**
 * Reads the text as a bare answer if it is a single short line, or a short line above an explanation. If `isPrimed` is set,
 * the prompt ends in a label of the answer, so a first line above a blank line is the answer, whatever follows.
 */
export function bareText(completion: string, isPrimed: boolean): Bare {
  const text = completion.trimEnd();
  const start = text.search(/\S/);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  if (start === -1 || end - start > 2 * LONGEST_BARE) return {};
  const line = text
    .slice(start, end)
    .replace(/^#{1,6} (?=\S*\d)/, '')
    .trim();
  // Text without a number below a blank line is an explanation, regardless of its heading.
  const isApart =
    /^\s*\n\s*\n/.test(text.slice(end, end + 20)) && (isPrimed || !/\p{N}/u.test(text.slice(end)));
  const isAll = end === text.length || saysWhy(text, end) || isApart;
  if (!isAll || line.length > LONGEST_BARE) return {};
  return { [end === text.length ? 'alone' : 'explained']: whole('whole-text', line, -3) };
}

/** Matches a first line that gives the value of something as a formula. */
const GIVES_FORMULA =
  /\b(?:is|are|equals)\s(?:\\\(((?:(?!\\\)).)+)\\\)|\$([^$\n]+)\$)(?:\s\p{L}[\p{L} ]{0,30})?\.?$/u;
/** Matches marks around the last formula of the text. */
const AROUND_FORMULA = /\s|\\[[\]()]|\$|\\end\{[a-z]+\*?\}|[.*&]/g;
/** Matches the start of an explanation below an answer. */
const EXPLAINS =
  /^\s*(?:Let['’]?s|Let us|We (?:can|know|have|need)|First|To (?:find|solve|calculate|determine)|Here)\b/;

/**
 * Reads the first line of the text if the text ends by repeating that line or its formula, or if the line is a sentence
 * above an explanation that reaches no answer.
 */
export function openingAnswer(text: string): readonly StatedAnswer[] {
  const [first = '', ...below] = text.trim().split(/\n+/, 3);
  const line = first.trim();
  const last = text.slice(text.trimEnd().lastIndexOf('\n') + 1).trim();
  if (below.length === 0 || line.length > 2 * LONGEST_BARE || !/[\p{L}]/u.test(line) || /[?:]$/.test(line))
    return [];
  const sentence = line.replace(/[.!]$/, '');
  if (/\d/.test(line) && last.replace(/[.!]$/, '') === sentence) {
    // Text that repeats a line more than twice is stuck in a loop.
    const isTwice = text.split(sentence, 4).length === 3;
    return isTwice ? [unmarkedSentence('last-line', sentence, -4)] : [];
  }
  const [, round, dollars] = GIVES_FORMULA.exec(line) ?? [];
  const formula = round ?? dollars;
  if (formula !== undefined) {
    const end = text.slice(-400).replaceAll(AROUND_FORMULA, '');
    const value = whole('last-line', formula, -4);
    return value !== undefined && end.endsWith(`=${formula.replaceAll(AROUND_FORMULA, '')}`) ? [value] : [];
  }
  return line.endsWith('.') && EXPLAINS.test(below[0] ?? '')
    ? [unmarkedSentence('last-sentence', sentence, -6)]
    : [];
}

/** Matches a formula at the end of the text that only gives the value of one name. */
const LAST_FORMULA = /(?:\\\[|\$\$?|\\\()\s*([a-zA-Z])\s*=\s*([^=$\n]{1,60}?)\s*(?:\\\]|\$\$?|\\\))[.\s]*$/;

/** The value that a formula at the end of the text gives to a name, if the text gives no other value. */
export function lastAssignment(text: string): StatedAnswer | undefined {
  const end = text.slice(-200);
  const match = LAST_FORMULA.exec(end);
  const [, name = '', value = ''] = match ?? [];
  if (match === null || /\\(?:text|quad|pm)|[,;<>≤≥]/.test(value)) return undefined;
  const before = end.slice(0, match.index);
  return /(?:\b(?:or|and)\b|,)[^.\n]*$/.test(before)
    ? undefined
    : unmarkedSentence('last-sentence', `$${name} = ${value}$`, -6);
}
