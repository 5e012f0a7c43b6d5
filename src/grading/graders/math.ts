import { askedOf } from '../answers/asked/asked.ts';
import type { GraderDefinition } from '../grader.ts';
import { goldStatement, lastMath, mathAnswer } from '../math-statement/math-statement.ts';
import type { Compared } from '../math/compare.ts';
import type { Comparer } from '../math/comparer.ts';
import { exactTolerance } from '../numbers/numeral.ts';

/** Maximum number of cached comparisons: samples of one item often state the same answer. */
const REMEMBERED = 10_000;

/**
 * Compares mathematical answers by meaning: numbers, expressions, units, intervals, sets, points, matrices, equations,
 * inequalities and words. `answers/` finds the stated answer; boxes joined by a comma, "and" or "or" are one answer.
 * The engine that reads LaTeX runs in a worker. An answer is unparseable if it cannot be read, or cannot be compared
 * within the time and memory limits.
 */
export const math: GraderDefinition<'math'> = {
  create({ fallback, lists, tolerance }) {
    const comparison = {
      lists,
      tolerance: exactTolerance(tolerance),
    };
    let comparer: Promise<Comparer> | undefined;
    const remembered = new Map<string, Promise<Compared>>();
    const compare = (gold: string, answer: string): Promise<Compared> => {
      const pair = JSON.stringify([gold, answer]);
      const known = remembered.get(pair);
      if (known !== undefined) return known;
      comparer ??= import('../math/comparer.ts').then(({ Comparer }) => new Comparer());
      const answered = comparer.then((it) => it.compare({ gold, answer, comparison }));
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(pair, answered);
      // Failures that the answer did not cause are not cached, so the answer is compared again for the next sample.
      void answered.catch(() => remembered.delete(pair));
      return answered;
    };
    return {
      checkItem(item) {
        if (item.answer === undefined) return 'it has no answer';
        return goldStatement(item.answer) === undefined
          ? 'its answer is empty, or longer than 1,000 characters'
          : undefined;
      },
      async grade(text, item) {
        const gold = goldStatement(item.answer ?? '');
        if (gold === undefined) return { outcome: 'unparseable' };
        const isUnmarkedRead = fallback === 'last-math';
        const question = { prompt: item.prompt, asked: askedOf(item), gold, isUnmarkedRead };
        const { rule, value: answer } = mathAnswer(text, question) ?? {};
        const foundBy = rule === undefined ? {} : { rule };
        const compared = answer === undefined ? undefined : await compare(gold, answer);
        // All correct answers are reported in the form of the right answer.
        if (compared === 'same') return { outcome: 'correct', answer: gold, ...foundBy };
        const last = lastMath(text)?.value;
        const isLastRight = last !== undefined && last !== answer && (await compare(gold, last)) === 'same';
        const lenient = isLastRight && { lenient: 'correct' as const };
        if (answer === undefined || compared === undefined) {
          return { outcome: 'unparseable', ...foundBy, ...lenient };
        }
        if (compared === 'different') return { outcome: 'incorrect', answer, ...foundBy, ...lenient };
        const reason = `cannot be compared: ${compared.unreadable}`;
        return { outcome: 'unparseable', ...foundBy, ...lenient, reason };
      },
      async close() {
        await (await comparer)?.close();
      },
    };
  },
  knownAnswers: [
    { text: 'Thus it is $\\boxed{\\frac{1}{2}}$.', answer: '0.5', expected: 'correct' },
    { text: '\\boxed{2\\sqrt{3}}', answer: '\\sqrt{12}', expected: 'correct' },
    { text: '\\boxed{(x-2)(x+2)}', answer: 'x^2-4', expected: 'correct' },
    { text: '\\boxed{2^{-99}}', answer: '2^{-98}', expected: 'incorrect' },
    { text: '\\boxed{1+1/e}', answer: '1-1/e', expected: 'incorrect' },
    { text: '\\boxed{[0,1]}', answer: '[0,1)', expected: 'incorrect' },
    { text: 'The final answer is $x \\ge 5$.', answer: '5 \\leq x', expected: 'correct' },
    { text: '\\boxed{2} and \\boxed{1}', answer: '\\{1, 2\\}', expected: 'correct' },
    { text: '\\boxed{2, 1}', answer: '1, 2', expected: 'correct' },
    { text: '\\boxed{2, 1}', answer: '1, 2', options: { lists: 'ordered' }, expected: 'incorrect' },
    { text: '\\boxed{0.333}', answer: '1/3', expected: 'incorrect' },
    { text: '\\boxed{0.333}', answer: '1/3', options: { tolerance: 0.001 }, expected: 'correct' },
    { text: 'We have $x = 5$.', answer: '5', expected: 'unparseable' },
    { text: 'We have $x = 5$.', answer: '5', options: { fallback: 'last-math' }, expected: 'correct' },
    { text: '<answer>\\frac{1}{2}</answer>', answer: '0.5', expected: 'correct' },
    { text: '### Final Answer\n\n$$0.5$$', answer: '1/2', expected: 'correct' },
    { text: '**Answer:** The profit was $78.', answer: '78', expected: 'correct' },
  ],
};
