import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GradedItem, GradedSample } from '../../src/grading/outcome.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import type { Random } from '../../src/statistics/random.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { estimate } from '../../src/verdict/estimate.ts';
import { itemOf, suiteOf } from '../support/samples.ts';

const ITEMS = 6;
const SAMPLES = 6;
const COMMON = ['so', 'the', 'then', 'is', 'we', ',', '.', 'and', 'of', 'to'];

const times = <Value>(count: number, value: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_, place) => value(place));

/** Some words are shared by all solutions, the rest are the item's own. */
const wordOf = (random: Random, item: number): string =>
  random.uniform() < 0.4 ? (COMMON[random.below(COMMON.length)] ?? '') : `w${item}x${random.below(500)}`;

/** Solutions as a model writes them: each uses one of the item's three ways, with up to 30 of its words exchanged. */
function solvedItem(random: Random, item: number): GradedItem {
  const ways = times(3, () => times(100 + random.below(50), () => wordOf(random, item)));
  const solution = (sample: number): GradedSample & { text: string } => {
    const way = sample < 3 ? sample : random.below(3);
    const words = [...(ways[way] ?? [])];
    for (let exchanged = random.below(30); exchanged > 0; exchanged -= 1) {
      words[random.below(words.length)] = wordOf(random, item);
    }
    return { index: sample, outcome: 'correct', text: `${words.join(' ')} ${item} + ${way} = ${item + way}` };
  };
  return itemOf(`i${item}`, times(SAMPLES, solution), times(SAMPLES, solution));
}

const preambles = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), fc.constantFrom(...COMMON)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((words) => `${words.join(' ')}\n`);

function prefixed(suite: SuiteSamples, preamble: string): SuiteSamples {
  const side = (samples: readonly GradedSample[]): GradedSample[] =>
    samples.map((sample) => ({ ...sample, text: preamble + sample.text }));
  return {
    ...suite,
    items: suite.items.map((item) => ({ ...item, old: side(item.old), new: side(item.new) })),
  };
}

function means(measure: Measure | undefined): readonly [old: number, candidate: number] {
  if (measure?.measurement.kind !== 'measured') throw new Error(`${measure?.name} was not measured`);
  const { old, new: candidate } = estimate([{ measurement: measure.measurement, weight: 1 }]);
  return [old, candidate];
}

test('a fixed preamble on every completion changes no diversity by more than 1%', () => {
  fc.assert(
    fc.property(fc.integer(), preambles, (seed, preamble) => {
      const random = seededRandom(seed);
      const suite = suiteOf(times(ITEMS, (item) => solvedItem(random, item)));
      const without = measureSuite(suite);
      const withIt = measureSuite(prefixed(suite, preamble));
      for (const kind of ['syntactic', 'logical', 'reach'] as const) {
        const values = means(withIt[kind]);
        means(without[kind]).forEach((value, side) => {
          expect(value, kind).toBeGreaterThan(0.1);
          expect(Math.abs((values[side] ?? Number.NaN) / value - 1), kind).toBeLessThan(0.01);
        });
      }
    }),
    { numRuns: 40 },
  );
});
