import { describe, expect, it } from 'vitest';
import type { SuiteDescription } from '../../src/measures/describe-suite.ts';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

const described = (rest: Partial<SuiteSamples> = {}, n = 4): SuiteDescription =>
  describeSuite(
    measureSuite(
      suiteOf(
        [
          itemOf('a', solved(n, n), solved(0, n), { group: 'easy' }),
          itemOf('b', solved(0, n), solved(n, n), { group: 'hard' }),
          itemOf('c', solved(n, n), solved(n, n), { group: 'hard' }),
        ],
        rest,
      ),
    ),
  );

const linesOf = ({ reported }: SuiteDescription): string[] =>
  reported.map(
    ({ suite, role, dimension, name, unit }) => `${suite} ${role} ${dimension}: ${name} (${unit})`,
  );

const OF_TEXTS = [
  'distinct-1 (ratio)',
  'distinct-2 (ratio)',
  'distinct-3 (ratio)',
  'distinct-4 (ratio)',
  'distinct equations (equations)',
];

describe('reported measures, which never gate', () => {
  it('describes a target suite', () => {
    expect(linesOf(described())).toEqual([
      'suite target coverage: cover@0.5 (probability)',
      'suite target accuracy: maj@4 (probability)',
      'suite target diversity: syntactic, all samples (dissimilarity)',
      ...OF_TEXTS.map((line) => `suite target diversity: ${line}`),
      'suite target diversity: answer entropy, bits (bits)',
      'suite target diversity: compression ratio (ratio)',
      'suite target diversity: mean length, words (tokens)',
    ]);
  });

  it('describes a choice suite without measures of wording; pass@K is reported, because cover@0.5 gates', () => {
    expect(linesOf(described({ grader: 'choice' }))).toEqual([
      'suite target accuracy: corrected for guessing (probability)',
      'suite target coverage: pass@4 (probability)',
      'suite target accuracy: maj@4 (probability)',
      'suite target diversity: distinct equations (equations)',
      'suite target diversity: answer entropy, bits (bits)',
      'suite target diversity: mean length, words (tokens)',
    ]);
  });

  it('describes an open suite without measures that need an answer', () => {
    const open = described({ role: 'open', grader: undefined });
    expect(linesOf(open)).toEqual([
      ...OF_TEXTS.map((line) => `suite open diversity: ${line}`),
      'suite open diversity: compression ratio (ratio)',
      'suite open diversity: mean length, words (tokens)',
    ]);
    expect(open).toMatchObject({
      curve: [],
      forecast: [],
      groups: [],
      ledger: undefined,
      disparity: undefined,
    });
  });

  it('omits the majority with one sample per item', () => {
    expect(described({}, 1).reported.map(({ name }) => name)).not.toContain('maj@1');
    expect(described({}, 2).reported.map(({ name }) => name)).toContain('maj@2');
  });

  it('includes greedy accuracy if it was requested', () => {
    const greedy = [itemOf('a', ['correct'], ['incorrect'])];
    expect(described({ greedy }).reported).toContainEqual({
      suite: 'suite',
      role: 'target',
      unit: 'probability',
      dimension: 'accuracy',
      name: 'greedy',
      measurement: {
        kind: 'measured',
        items: [{ id: 'a', cluster: 'a', old: 1, new: 0 }],
        largestValue: 1,
        reach: 1,
      },
    });
  });
});

describe('description beside the measures', () => {
  it('the curve goes from 1 by powers of two to K', () => {
    const { curve } = described({}, 5);
    expect(curve.map(({ k }) => k)).toEqual([1, 2, 4]);
    for (const { measurement } of curve) {
      expect(measurement).toMatchObject({
        items: [
          { id: 'a', old: 1, new: 0 },
          { id: 'b', old: 0, new: 1 },
          { id: 'c', old: 1, new: 1 },
        ],
      });
    }
    expect(described({}, 1).curve.map(({ k }) => k)).toEqual([1]);
  });

  it('reports the accuracy of each group, by name', () => {
    expect(described().groups).toMatchObject([
      { name: 'easy', measurement: { items: [{ id: 'a', old: 1, new: 0 }] } },
      { name: 'hard', measurement: { items: [{ id: 'b', old: 0, new: 1 }, { id: 'c' }] } },
    ]);
  });

  it('the ledger shows which items moved, and the forecast shows coverage beyond n', () => {
    expect(described().ledger?.flips).toEqual({ both: 1, onlyOld: 1, onlyNew: 1, neither: 0 });
    expect(described().forecast).toEqual([]);
    expect(described({}, 8).forecast.map(({ k }) => k)).toEqual([16, 32]);
  });
});

describe('reasons why a diversity is not measured', () => {
  const told = (...texts: readonly string[]): Written[] =>
    texts.map((text) => ({ outcome: text === '' ? 'incorrect' : 'correct', text }));
  const measures = (old: readonly Written[], candidate: readonly Written[] = old) =>
    measureSuite(suiteOf([itemOf('a', old, candidate)]));

  it('too few items are solved', () => {
    expect(measures(told('x', '', '', '')).syntactic?.measurement).toEqual({
      kind: 'unmeasurable',
      reason: 'no item has at least two samples to compare on both sides',
    });
  });

  it('old has nothing to lose', () => {
    expect(measures(told('x', 'x', 'x', 'x'), told('x', 'y', 'z', 'u')).syntactic?.measurement).toEqual({
      kind: 'not-applicable',
      reason: "the baseline's solutions hardly differ, so there is nothing to lose",
    });
  });

  it('counts equations if both sides have at least four correct solutions', () => {
    const ways = told('1 + 1 = 2', '2 * 1 = 2', '3 - 1 = 2', '4 / 2 = 2');
    const equationsOf = (old: readonly Written[], candidate: readonly Written[]) =>
      describeSuite(measures(old, candidate)).reported.find(({ name }) => name === 'distinct equations')
        ?.measurement;
    expect(equationsOf(ways, ways)).toMatchObject({
      items: [{ id: 'a', cluster: 'a', old: 4, new: 4 }],
      reach: Number.POSITIVE_INFINITY,
    });
    const three = told('1 + 1 = 2', '2 * 1 = 2', '3 - 1 = 2', '');
    const none = { kind: 'unmeasurable', reason: 'no item has 4 correct solutions on both sides' };
    expect(equationsOf(ways, three)).toEqual(none);
    expect(equationsOf(three, ways)).toEqual(none);
  });
});
