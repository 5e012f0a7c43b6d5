import { z } from 'zod';
import { defineGrader } from './grader.ts';

const name = 'contains';
const version = '1';

const STARTS_WITH_WORD = /^[\p{L}\p{N}\p{M}_]/u;
const ENDS_WITH_WORD = /[\p{L}\p{N}\p{M}_]$/u;

/**
 * Whether the part occurs as a whole: not in the middle of a word or number (`18` does not occur in `180`, nor in
 * `1.18` or `18.5`). An edge of the part that is no letter or digit needs no boundary. Linear in the length.
 */
function containsWhole(text: string, part: string): boolean {
  const boundBefore = STARTS_WITH_WORD.test(part);
  const boundAfter = ENDS_WITH_WORD.test(part);
  const isNumber = /^\d/.test(part) && /\d$/.test(part);
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + part.length, at + part.length + 2);
    const inWord =
      (boundBefore && ENDS_WITH_WORD.test(before)) || (boundAfter && STARTS_WITH_WORD.test(after));
    const inNumber = isNumber && (/\d[.,]$/.test(before) || /^[.,]\d/.test(after));
    if (!inWord && !inNumber) return true;
  }
  return false;
}

/**
 * The answer occurs in the completion as a whole word or phrase, anywhere. It cannot tell a text that names every
 * possible answer from one that knows it: for short answers prefer a grader that reads the stated answer.
 */
export const contains = defineGrader({
  name,
  version,
  optionsSchema: z.strictObject({
    type: z.literal(name),
    'ignore-case': z.boolean().default(true).describe('Whether "paris" is found for "Paris"'),
  }),
  create(options) {
    const canonical = (text: string): string => {
      const composed = text.normalize('NFC');
      return options['ignore-case'] ? composed.toLowerCase() : composed;
    };
    return {
      name,
      version,
      checkItem: (item) =>
        item.answer === undefined || item.answer.trim() === '' ? 'it has no answer' : undefined,
      grade(text, item) {
        const answer = item.answer?.trim() ?? '';
        if (text.trim() === '' || answer === '') return { outcome: 'unparseable' };
        return containsWhole(canonical(text), canonical(answer))
          ? { outcome: 'correct', answer, rule: 'whole-phrase' }
          : { outcome: 'incorrect' };
      },
    };
  },
  knownAnswers: [
    { text: 'The capital is paris.', answer: 'Paris', expected: 'correct' },
    { text: 'the parisian way', answer: 'Paris', expected: 'incorrect' },
    {
      text: 'the capital is paris',
      answer: 'Paris',
      options: { 'ignore-case': false },
      expected: 'incorrect',
    },
    { text: 'It takes 180 days.', answer: '18', expected: 'incorrect' },
    { text: 'I know: C++!', answer: 'C++', expected: 'correct' },
    { text: '', answer: 'Paris', expected: 'unparseable' },
  ],
});
