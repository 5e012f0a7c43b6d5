import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item, Suite } from '../../src/evalset/suite.ts';
import { gradeSuite } from '../../src/grading/grade-suite.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { serialiseResult } from '../../src/result/json.ts';
import type { Completion } from '../../src/servers/chat/completion.ts';
import { anyText, gradedSuites } from './generated-suites.ts';
import { resultOf } from './result-of.ts';

/** An array in any other order. */
const reordered = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.shuffledSubarray([...values], { minLength: values.length });

describe('the order of the input', () => {
  test('items of a suite in another order give the same result, byte for byte', () => {
    const suites = fc.integer({ min: 1, max: 5 }).chain((n) => gradedSuites({ n, items: 6 }));
    const twice = suites.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.tuple(
          ...all.map((suite): fc.Arbitrary<SuiteSamples> =>
            fc.tuple(reordered(suite.items), reordered(suite.greedy ?? [])).map(([items, greedy]) => ({
              ...suite,
              items,
              ...(suite.greedy === undefined ? {} : { greedy }),
            })),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(serialiseResult(resultOf(other))).toBe(serialiseResult(resultOf(one)));
      }),
      { numRuns: 60 },
    );
  });

  test('completions in another order give the same result, byte for byte', async () => {
    const N = 6;
    const items: Item[] = Array.from({ length: 3 }, (_, place) => ({
      id: `i${place}`,
      messages: [{ role: 'user', content: `${place}?` }],
      answer: String(place),
      group: place === 0 ? 'easy' : 'hard',
      cluster: `c${place % 2}`,
      meta: undefined,
    }));
    const suite: Suite = { name: 's', role: 'target', items, hash: 'sha256:0' };
    const grader = createGrader(graderSpecSchema.parse('numeric'));
    const lines = (texts: readonly string[]): Completion[] =>
      texts.map((text, place) => ({
        suite: 's',
        id: `i${place % items.length}`,
        index: Math.floor(place / items.length),
        text,
      }));
    const resultOfLines = async (
      old: readonly Completion[],
      candidate: readonly Completion[],
    ): Promise<string> => {
      const generations = { old, new: candidate };
      const graded = await gradeSuite({ suite, grader, generations, reasoning: 'strip' });
      return serialiseResult(
        resultOf([
          {
            name: 's',
            role: 'target',
            grader: 'numeric',
            samplesPerItem: N,
            hardestGroup: undefined,
            items: graded.items,
          },
        ]),
      );
    };
    const solution = fc
      .tuple(fc.oneof(anyText, fc.constantFrom('1 + 0 = 1', '3 - 1 = 2', '2 - 2 = 0')), fc.nat(2))
      .map(([text, answer]) => `${text}\n#### ${answer}`);
    const side = fc
      .array(solution, { minLength: N * items.length, maxLength: N * items.length })
      .map(lines)
      .chain((inOrder) => fc.tuple(fc.constant(inOrder), reordered(inOrder)));
    await fc.assert(
      fc.asyncProperty(side, side, async ([old, oldShuffled], [candidate, newShuffled]) => {
        expect(await resultOfLines(oldShuffled, newShuffled)).toBe(await resultOfLines(old, candidate));
      }),
      { numRuns: 40 },
    );
  });
});
