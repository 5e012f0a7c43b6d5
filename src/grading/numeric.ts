import { z } from 'zod';
import { boxes } from './boxed.ts';
import { defineGrader } from './grader.ts';
import { numeralFrom, wholeNumber, withoutLatex, type Numeral } from './numeral.ts';
import { canonical, isWithin, type Rational } from './rational.ts';
import { endsSentence, MAX_ANSWER_LENGTH, statements } from './statements.ts';

const name = 'numeric';
const version = '1';

type Rule = 'hashes' | 'boxed' | 'answer-marker' | 'last-number';

/** A value that is undefined was stated but cannot be read: it is not replaced by what a weaker rule would find. */
interface Extraction {
  readonly rule: Rule;
  readonly value: Rational | undefined;
}

const HASHES = /(?<!#)####(?!#)/g;
const ANSWER_MARKER =
  /^[>*_#\- \t]{0,8}A[*_]{0,3}[ \t]{0,3}:|\b[Aa][Nn][Ss][Ww][Ee][Rr](?: (?:to|for) [^\n.:=]{1,60}?)?[*_]{0,3}[ \t]{0,3}(?:[:=]|\b(?:[Ii][Ss]|was|would be|equals)\b)/gm;
const CALCULATION = /[\d.,\s$€£¥₹%()]*(?:[-+−–*×÷/·x][\d.,\s$€£¥₹%()]*)+[=≈]/y;
const LIST_NUMBER = /^\d{1,3}[.)]\s+[*_]{0,3}\p{L}/u;
const DECORATION = /^[\s*_$€£¥₹`({[\\~=:<+\-−–]*$/;
const NEGATION = /^not\b/i;

/** A number, or what it is said to equal: `5 + 13 = 18` states 18, `18 = 50% of 36` states 18. */
function statedNumeral(text: string, first: Numeral): Numeral {
  let numeral = first;
  for (;;) {
    CALCULATION.lastIndex = numeral.start;
    if (!CALCULATION.test(text)) return numeral;
    const result = numeralFrom(text, CALCULATION.lastIndex);
    if (result === undefined) return numeral;
    numeral = result;
  }
}

/** What the first number of a text states; undefined where the text was cut within it. */
function valueOf(text: string, first: Numeral, cut: boolean): Rational | undefined {
  const numeral = statedNumeral(text, first);
  return cut && numeral.end === text.length ? undefined : numeral.value;
}

function afterHashes(text: string): Extraction | undefined {
  if (!text.includes('####')) return undefined;
  for (const statement of statements(text, HASHES)) {
    const plain = withoutLatex(text.slice(statement.start, statement.end));
    const first = numeralFrom(plain, 0);
    if (first === undefined || !DECORATION.test(plain.slice(0, first.start)) || LIST_NUMBER.test(plain))
      continue;
    return { rule: 'hashes', value: valueOf(plain, first, statement.cut) };
  }
  return undefined;
}

function inBox(text: string): Extraction | undefined {
  for (const { start, end } of boxes(text).toReversed()) {
    if (end - start > MAX_ANSWER_LENGTH) continue;
    const plain = withoutLatex(text.slice(start, end));
    const first = numeralFrom(plain, 0);
    if (first !== undefined) return { rule: 'boxed', value: valueOf(plain, first, false) };
  }
  return undefined;
}

function afterMarker(text: string): Extraction | undefined {
  for (const statement of statements(text, ANSWER_MARKER)) {
    const plain = withoutLatex(text.slice(statement.start, statement.end));
    if (NEGATION.test(plain) || (statement.onNextLine && LIST_NUMBER.test(plain))) continue;
    const first = numeralFrom(plain, 0);
    if (first === undefined || endsSentence(plain.slice(0, first.start))) continue;
    return { rule: 'answer-marker', value: valueOf(plain, first, statement.cut) };
  }
  return undefined;
}

function lastDigitBefore(text: string, end: number): number {
  for (let at = end - 1; at >= 0; at--) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return at;
  }
  return -1;
}

/** Goes back window by window, as digits that belong to names (`H2O`) are no numbers. */
function lastNumber(text: string): Extraction | undefined {
  let end = text.length;
  while (end > 0) {
    const lastDigit = lastDigitBefore(text, end);
    if (lastDigit === -1) return undefined;
    const start = Math.max(0, lastDigit - MAX_ANSWER_LENGTH);
    const plain = withoutLatex(text.slice(start, lastDigit + 200));
    let last: Numeral | undefined;
    for (let next = numeralFrom(plain, 0); next; next = numeralFrom(plain, next.end)) last = next;
    if (last !== undefined && (start === 0 || last.start > 0)) {
      return { rule: 'last-number', value: last.value };
    }
    if (last !== undefined && last.end > MAX_ANSWER_LENGTH) return { rule: 'last-number', value: undefined };
    end = start + Math.min(100, lastDigit - start);
  }
  return undefined;
}

/**
 * A number, by the conventions of GSM8K, compared exactly as fractions of integers. It is looked for after the last
 * `####`, in the last `\boxed{…}`, then after the last "A:", "Answer:" or "the answer is"; the first of these that states
 * a number decides. "Last" is the last that states one; of what is stated the first number counts. The last number of
 * the text is taken only where the `fallback` asks for it: it is often a number on the way.
 */
export const numeric = defineGrader({
  name,
  version,
  optionsSchema: z.strictObject({
    type: z.literal(name),
    tolerance: z
      .union([z.number(), z.string()], { error: 'Expected a number, or a decimal as a string' })
      .default(0)
      .refine((tolerance) => (wholeNumber(String(tolerance))?.numerator ?? -1n) >= 0n, {
        error: 'Expected a number of at least 0, such as 0.01',
      })
      .describe('Largest absolute difference from the answer that is still correct'),
    fallback: z
      .enum(['none', 'last-number'])
      .default('none')
      .describe('What to grade where no answer is marked: nothing, or the last number of the text'),
  }),
  create(options) {
    const tolerance = wholeNumber(String(options.tolerance)) ?? { numerator: 0n, denominator: 1n };
    const fallback = options.fallback === 'last-number';
    /** An item's samples are graded one after the other: its answer is read once. */
    let last: { readonly written: string; readonly value: Rational | undefined } | undefined;
    const answerOf = (written: string): Rational | undefined => {
      if (last?.written !== written) last = { written, value: wholeNumber(written) };
      return last.value;
    };
    return {
      name,
      version,
      checkItem(item) {
        if (item.answer === undefined) return 'it has no answer';
        return wholeNumber(item.answer) === undefined
          ? `its answer ${JSON.stringify(item.answer)} is not a number`
          : undefined;
      },
      grade(text, item) {
        const found =
          afterHashes(text) ?? inBox(text) ?? afterMarker(text) ?? (fallback ? lastNumber(text) : undefined);
        if (found === undefined) return { outcome: 'unparseable' };
        const { rule, value } = found;
        if (value === undefined) return { outcome: 'unparseable', rule };
        const expected = item.answer === undefined ? undefined : answerOf(item.answer);
        const correct = expected !== undefined && isWithin(value, expected, tolerance);
        return { outcome: correct ? 'correct' : 'incorrect', answer: canonical(value), rule };
      },
    };
  },
  knownAnswers: [
    { text: '16 - 3 - 4 = 9, 9 * 2 = 18\n#### 18', answer: '18', expected: 'correct' },
    { text: '####18', answer: '18', expected: 'correct' },
    { text: '#### $18', answer: '18', expected: 'correct' },
    { text: 'So it is \\boxed{18}.', answer: '18', expected: 'correct' },
    { text: 'A: 18, which is 50% of 36.', answer: '18', expected: 'correct' },
    { text: 'The answer is −1,000.00.', answer: '-1000', expected: 'correct' },
    { text: 'A: 18000000000000000001', answer: '18000000000000000000', expected: 'incorrect' },
    { text: 'A: 0.30000000000000004', answer: '0.3', expected: 'incorrect' },
    { text: 'A: 0.31', answer: '0.3', options: { tolerance: 0.01 }, expected: 'correct' },
    { text: 'She has 18 eggs.', answer: '18', expected: 'unparseable' },
    { text: 'She has 18 eggs.', answer: '18', options: { fallback: 'last-number' }, expected: 'correct' },
  ],
});
