import { z } from 'zod';
import { defineGrader } from './grader.ts';

const name = 'exact';
const version = '1';

/** The whole completion is the answer: equal after white space at both ends is removed. */
export const exact = defineGrader({
  name,
  version,
  optionsSchema: z.strictObject({
    type: z.literal(name),
    'ignore-case': z.boolean().default(false).describe('Whether "Paris" equals "paris"'),
  }),
  create(options) {
    const canonical = (text: string): string => {
      const trimmed = text.trim();
      return options['ignore-case'] ? trimmed.toLowerCase() : trimmed;
    };
    return {
      name,
      version,
      checkItem: (item) =>
        item.answer === undefined || item.answer.trim() === '' ? 'it has no answer' : undefined,
      grade(text, item) {
        const answer = canonical(text);
        if (answer === '') return { outcome: 'unparseable' };
        const correct = item.answer !== undefined && answer === canonical(item.answer);
        return { outcome: correct ? 'correct' : 'incorrect', answer, rule: 'whole-text' };
      },
    };
  },
  knownAnswers: [
    { text: ' Paris\n', answer: 'Paris', expected: 'correct' },
    { text: 'paris', answer: 'Paris', expected: 'incorrect' },
    { text: 'paris', answer: 'Paris', options: { 'ignore-case': true }, expected: 'correct' },
    { text: 'Paris, France', answer: 'Paris', expected: 'incorrect' },
    { text: ' \n', answer: 'Paris', expected: 'unparseable' },
  ],
});
