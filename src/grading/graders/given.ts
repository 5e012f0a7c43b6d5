import { z } from 'zod';
import type { GraderDefinition } from '../grader.ts';

const withChoices = z.object({ choices: z.array(z.unknown()).min(2) });

/**
 * Uses the outcome supplied with the completion, which another tool or a person determined. Nothing is graded here, so
 * this grader works only with completions from files. If a completion has no outcome, `grade` throws: this is a bug,
 * because the comparison has already rejected files with such completions.
 */
export const given: GraderDefinition<'given'> = {
  create: ({ choice }) => ({
    checkItem: () => undefined,
    chanceOf({ meta }) {
      const found = choice ? withChoices.safeParse(meta).data : undefined;
      return found === undefined ? undefined : 1 / found.choices.length;
    },
    grade(_text, _item, came) {
      if (came?.outcome === undefined) throw new Error('the completion has no outcome');
      const { outcome, answer } = came;
      return { outcome, ...(answer === undefined ? {} : { answer }) };
    },
  }),
  knownAnswers: [
    { text: 'A: 4', came: { outcome: 'correct', answer: '4' }, expected: 'correct' },
    { text: 'A: 4', answer: '4', came: { outcome: 'incorrect' }, expected: 'incorrect' },
    { text: '', came: { outcome: 'unparseable' }, expected: 'unparseable' },
  ],
};
