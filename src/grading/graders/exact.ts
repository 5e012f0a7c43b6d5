import type { GraderDefinition } from '../grader.ts';
import { plainText } from '../text/typography.ts';

/** Correct if the whole completion equals the answer, regardless of how the two are typeset (`typography.ts`). */
export const exact: GraderDefinition<'exact'> = {
  create(options) {
    const plain = (text: string): string => plainText(text, { ignoreCase: options['ignore-case'] });
    return {
      checkItem: ({ answer = '' }) => (plain(answer) === '' ? 'it has no answer' : undefined),
      grade(text, item) {
        const answer = plain(text);
        if (answer === '') return { outcome: 'unparseable' };
        const correct = item.answer !== undefined && answer === plain(item.answer);
        return { outcome: correct ? 'correct' : 'incorrect', answer, rule: 'whole-text' };
      },
    };
  },
  knownAnswers: [
    { text: ' Paris\n', answer: 'Paris', expected: 'correct' },
    { text: 'paris', answer: 'Paris', expected: 'incorrect' },
    { text: 'paris', answer: 'Paris', options: { 'ignore-case': true }, expected: 'correct' },
    { text: 'Paris, France', answer: 'Paris', expected: 'incorrect' },
    { text: '\uFEFFIt\u2019s New\u00A0York\r\n', answer: "It's New York", expected: 'correct' },
    { text: 'cafe\u0301', answer: 'caf\u00E9', expected: 'correct' },
    { text: 'cafe', answer: 'caf\u00E9', expected: 'incorrect' },
    { text: '10\u201318', answer: '10-18', expected: 'incorrect' },
    { text: 'STRASSE', answer: 'Stra\u00DFe', options: { 'ignore-case': true }, expected: 'correct' },
    { text: ' \n', answer: 'Paris', expected: 'unparseable' },
  ],
};
