import fc from 'fast-check';
import type { Role } from '../../src/evalset/suite.ts';
import type { GradedItem, GradedSample, Outcome } from '../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { hashedEmbedding } from '../support/hashed-embedding.ts';

/** Text that a model may write: an empty string, one letter, a calculation, prose, anything that UTF-16 can represent. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('', ' ', '\n\t', 'a', 'B', '7', '.', '=', '|', '`', '\u202e') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '1 + 1 = 2',
      '2 = 1 + 1',
      '3 * 4 = 12, so 12 - 2 = 10',
      String.raw`\frac{1}{2} \times 6 = 3`,
      '<<6/2=3>> it is 3',
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.constantFrom('so', 'we', 'add', 'two', 'Σ', 'apples', '2', ',', '.'), { maxLength: 12 })
      .map((words) => words.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\ud800', 'İ', '\u0000', '👩‍👩‍👧', '</details>', '@everyone', '\u001b[2J'),
  },
);

const anyName = fc.oneof(
  fc.constantFrom('a', 'b', 'level 5', 'constructor', '__proto__'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
);

const OUTCOMES = ['correct', 'incorrect', 'unparseable', 'truncated', 'failed'] as const;

/** The distribution of outcomes on one side of a suite: all kinds mixed, right or wrong, or always the same. */
const outcomeOf: fc.Arbitrary<fc.Arbitrary<Outcome>> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(fc.constantFrom<Outcome[]>(...OUTCOMES)) },
  { weight: 3, arbitrary: fc.constant(fc.constantFrom<Outcome[]>('correct', 'incorrect')) },
  {
    weight: 3,
    arbitrary: fc.constant(fc.constantFrom<Outcome[]>('correct', 'correct', 'correct', 'incorrect')),
  },
  { weight: 2, arbitrary: fc.constant(fc.constant<Outcome>('correct')) },
  { weight: 1, arbitrary: fc.constantFrom<Outcome[]>(...OUTCOMES).map((outcome) => fc.constant(outcome)) },
);

/** The random part of a sample. */
type Drawn = Pick<GradedSample, 'outcome' | 'text'> & {
  readonly answer: string | undefined;
  readonly key: string | undefined;
};

function sampleOf({ outcome, text, answer, key }: Drawn, index: number, open: boolean): GradedSample {
  if (outcome === 'failed') return { index, outcome, text: '', reason: 'the server hung up' };
  if (open) return { index, outcome: outcome === 'truncated' ? 'truncated' : 'correct', text };
  const isRead = answer !== undefined && outcome !== 'unparseable' && outcome !== 'truncated';
  return {
    index,
    outcome,
    text,
    ...(isRead ? { answer, rule: 'boxed' } : {}),
    ...(key !== undefined && outcome === 'correct' ? { key } : {}),
  };
}

export interface Shape {
  readonly role?: Role;
  /** Samples per item. */
  readonly n: number;
  /** Number of different items. */
  readonly items?: number;
  /** Number of copies of each item, as separate items; from 30 on a suite can gate. */
  readonly copies?: number;
}

/** A graded suite of this shape with any content. */
export function gradedSuite(
  name: string,
  { role = 'target', n, items = 4, copies = 1 }: Shape,
): fc.Arbitrary<SuiteSamples> {
  const open = role === 'open';
  return fc
    .record({
      grader: open ? fc.constant(undefined) : fc.constantFrom('numeric', 'numeric', 'choice', 'exact'),
      text: fc.constantFrom(anyText, fc.constantFrom('1 + 1 = 2', '2 * 1 = 2'), fc.constant('the same')),
      outcomes: fc.tuple(outcomeOf, outcomeOf),
      withKeys: fc.boolean(),
      withEmbeddings: fc.boolean(),
      clusters: fc.integer({ min: 1, max: items }),
      hardestGroup: fc.constantFrom(undefined, undefined, 'easy', 'nobody is in it'),
    })
    .chain(({ grader, text, outcomes, withKeys, withEmbeddings, clusters, hardestGroup }) => {
      const drawn = (outcome: fc.Arbitrary<Outcome>): fc.Arbitrary<Drawn> =>
        fc.record({
          outcome,
          text,
          answer: fc.constantFrom(undefined, '1', '2', ' '),
          key: withKeys ? fc.option(anyName, { nil: undefined }) : fc.constant(undefined),
        });
      const [ofOld, ofNew] = [drawn(outcomes[0]), drawn(outcomes[1])];
      const item = fc.record({
        group: fc.constantFrom(undefined, 'easy', 'hard', 'a|b'),
        old: fc.array(ofOld, { minLength: n, maxLength: n }),
        new: fc.array(ofNew, { minLength: n, maxLength: n }),
        greedy: fc.tuple(ofOld, ofNew),
      });
      return fc.array(item, { minLength: 1, maxLength: items }).map((written): SuiteSamples => {
        const graded: GradedItem[] = [];
        const greedy: GradedItem[] = [];
        for (let copy = 0; copy < copies; copy += 1) {
          written.forEach(({ group, old, new: candidate, greedy: [greedyOld, greedyNew] }, place) => {
            const known = { id: `i${place}.${copy}`, cluster: `c${place % clusters}.${copy}`, group };
            const samples = (side: readonly Drawn[]) =>
              side.map((sample, index) => sampleOf(sample, index, open));
            graded.push({ ...known, old: samples(old), new: samples(candidate) });
            greedy.push({ ...known, old: samples([greedyOld]), new: samples([greedyNew]) });
          });
        }
        return {
          name,
          role,
          grader,
          samplesPerItem: n,
          hardestGroup: role === 'target' ? hardestGroup : undefined,
          items: graded,
          ...(open ? {} : { greedy }),
          ...(withEmbeddings ? { embeddingOf } : {}),
        };
      });
    });
}

/** Has 8 dimensions, so that words collide; undefined for text without words, as if it had been refused. */
function embeddingOf(text: string): Float32Array | undefined {
  const vector = hashedEmbedding(text, 8);
  return vector.some((value) => value !== 0) ? Float32Array.from(vector) : undefined;
}

/** One to three suites of any roles, with at least one that can be decided. */
export function gradedSuites(shape: Shape): fc.Arbitrary<readonly SuiteSamples[]> {
  const of = (...roles: readonly Role[]) =>
    fc.tuple(...roles.map((role, place) => gradedSuite(`s${place}`, { ...shape, role })));
  return fc.oneof(
    of('target'),
    of('target', 'ood'),
    of('target', 'target', 'ood'),
    of('open'),
    of('open', 'target'),
    of('ood'),
  );
}

/** The same suites with the sides exchanged. */
export function exchanged(suites: readonly SuiteSamples[]): SuiteSamples[] {
  const swap = (item: GradedItem): GradedItem => ({ ...item, old: item.new, new: item.old });
  return suites.map((suite) => ({
    ...suite,
    items: suite.items.map(swap),
    ...(suite.greedy === undefined ? {} : { greedy: suite.greedy.map(swap) }),
  }));
}
