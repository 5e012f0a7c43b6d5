import type { GraderDefinition } from '../grader.ts';
import { GROUP_MARK, plainText } from '../text/typography.ts';
import { containsWhole } from '../text/whole-phrase.ts';

/**
 * Correct if the answer occurs anywhere in the completion as a whole word or phrase. Text that lists every possible
 * answer is therefore also correct: for short answers, prefer a grader that reads the stated answer.
 */
export const contains: GraderDefinition<'contains'> = {
  create(options) {
    const ignoreCase = options['ignore-case'];
    return {
      checkItem: ({ answer = '' }) =>
        plainText(answer, { ignoreCase }) === '' ? 'it has no answer' : undefined,
      grade(text, item) {
        const read = plainText(text, { ignoreCase, groupSpace: GROUP_MARK });
        const answer = plainText(item.answer ?? '', { ignoreCase });
        if (read === '' || answer === '') return { outcome: 'unparseable' };
        return containsWhole(read, answer)
          ? { outcome: 'correct', answer: item.answer?.trim() ?? '', rule: 'whole-phrase' }
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
    { text: 'It takes 18\u00A0000 days, 18.5 or .18.', answer: '18', expected: 'incorrect' },
    { text: 'It takes １８.', answer: '18', expected: 'correct' },
    { text: '日本の首都は東京です。', answer: '東京', expected: 'correct' },
    { text: '首都はTokyoです', answer: 'Tokyo', expected: 'correct' },
    { text: '수도는 서울입니다.', answer: '서울', expected: 'correct' },
    { text: '남서울입니다.', answer: '서울', expected: 'incorrect' },
    { text: '十八年です。', answer: '十', expected: 'incorrect' },
    {
      text: 'It was O\u2019Brien, in New\u00A0York\u2010',
      answer: "O'Brien, in New York-",
      expected: 'correct',
    },
    { text: 'In a cafe\u0301 in New\nYork.', answer: 'caf\u00E9 in New York', expected: 'correct' },
    {
      text: 'STRASSE, \u0130STANBUL, \u039F\u0394\u039F\u03A3',
      answer: 'Stra\u00DFe, istanbul, \u03BF\u03B4\u03BF\u03C2',
      expected: 'correct',
    },
    { text: 'I know: C++!', answer: 'C++', expected: 'correct' },
    { text: '', answer: 'Paris', expected: 'unparseable' },
  ],
};
