import { askedOf } from '../answers/asked/asked.ts';
import { readStated, type Reading } from '../answers/read-stated.ts';
import type { StatedAnswer } from '../answers/stated-answer.ts';
import type { GraderDefinition } from '../grader.ts';
import { lastNumber } from '../numbers/last-number.ts';
import { exactTolerance, wholeNumber } from '../numbers/numeral.ts';
import type { StatedNumber } from '../numbers/numbers-in-text.ts';
import { statedNumber } from '../numbers/stated-number.ts';
import { canonical, isWithin, type Rational } from '../numbers/rational.ts';

/**
 * Whether a statement with one numeral is at the end of its text, so that its number is also the last number in the text.
 */
function endsText(stated: StatedAnswer | undefined, text: string): boolean {
  if (stated?.isLast !== true) return false;
  const at = text.lastIndexOf(stated.text);
  return at !== -1 && ONE_NUMERAL.test(text.slice(at));
}

const ONE_NUMERAL = /^[^\p{N}]{0,200}[\p{N},.]{1,40}[^\p{N}]{0,200}$/u;

const answerText = (value: StatedNumber): string => ('other' in value ? value.other : canonical(value));

/**
 * Compares numbers exactly, as fractions of integers. Reads the whole stated answer (`answers/`), never only a part of
 * it: an answer that cannot be read as a whole is `unparseable`. Uses the last number in the text only if `fallback` is
 * set, because the last number is often an intermediate result.
 */
export const numeric: GraderDefinition<'numeric'> = {
  create(options) {
    const tolerance = exactTolerance(options.tolerance);
    const style = { decimalComma: options['decimal-comma'] };
    const reading = { ...style, isTolerant: tolerance.numerator > 0n };
    const fallback = options.fallback === 'last-number';
    /** Caches one item's answer, since all samples of an item are graded in a row. */
    let last: { readonly written: string; readonly value: Rational | undefined } | undefined;
    const answerOf = (written: string): Rational | undefined => {
      if (last?.written !== written) last = { written, value: wholeNumber(written, style) };
      return last.value;
    };
    const isCorrect = (value: StatedNumber, written: string | undefined): boolean => {
      const expected = written === undefined ? undefined : answerOf(written);
      return expected !== undefined && !('other' in value) && isWithin(value, expected, tolerance);
    };
    return {
      checkItem(item) {
        if (item.answer === undefined) return 'it has no answer';
        return wholeNumber(item.answer, style) === undefined
          ? `its answer ${JSON.stringify(item.answer)} is not a number`
          : undefined;
      },
      grade(text, item) {
        let stated: StatedAnswer | undefined;
        const read = (statement: StatedAnswer): Reading<StatedNumber> => {
          stated = statement;
          return statedNumber(statement, { ...reading, prompt: item.prompt });
        };
        const found =
          readStated(text, askedOf(item), { read }) ?? (fallback ? lastNumber(text, style) : undefined);
        const { rule, value } = found ?? {};
        const foundBy = rule === undefined ? {} : { rule };
        if (value !== undefined && isCorrect(value, item.answer)) {
          return { outcome: 'correct', answer: answerText(value), ...foundBy };
        }
        const last = value !== undefined && endsText(stated, text) ? value : lastNumber(text, style)?.value;
        const lenient = last !== undefined && isCorrect(last, item.answer) && { lenient: 'correct' as const };
        return value === undefined
          ? { outcome: 'unparseable', ...foundBy, ...lenient }
          : { outcome: 'incorrect', answer: answerText(value), ...foundBy, ...lenient };
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
    { text: 'The answer is minus 5 degrees.', answer: '5', expected: 'incorrect' },
    { text: '<answer> 18 </answer>', answer: '18', expected: 'correct' },
    { text: '{"answer": "18"}', answer: '18', expected: 'correct' },
    { text: '答案是18。', answer: '18', expected: 'correct' },
    { text: '\\boxed{2\\sqrt{3}}', answer: '2', expected: 'incorrect' },
    { text: 'Answer: $20k', answer: '20000', expected: 'correct' },
    { text: 'The answer is 2 or 3.', answer: '2', expected: 'unparseable' },
    { text: 'A: 18000000000000000001', answer: '18000000000000000000', expected: 'incorrect' },
    { text: 'A: 0.30000000000000004', answer: '0.3', expected: 'incorrect' },
    { text: 'A: 0.31', answer: '0.3', options: { tolerance: 0.01 }, expected: 'correct' },
    { text: 'A: 1,5', answer: '1.5', expected: 'unparseable' },
    { text: 'A: 1,5', answer: '1,5', options: { 'decimal-comma': true }, expected: 'correct' },
    { text: 'She has 18 eggs.', answer: '18', expected: 'correct' },
    { text: 'She has 18 eggs. She sells them.', answer: '18', expected: 'unparseable' },
    { text: 'She has 18 eggs.', answer: '18', options: { fallback: 'last-number' }, expected: 'correct' },
  ],
};
