import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

const GATING = ['accuracy', 'coverage', 'syntactic', 'logical', 'semantic', 'reach', 'hardestGroup'] as const;

const measured = (rest: Partial<SuiteSamples> = {}, n = 4): SuiteMeasures =>
  measureSuite(
    suiteOf(
      [
        itemOf('a', solved(n, n), solved(0, n), { group: 'easy' }),
        itemOf('b', solved(0, n), solved(n, n), { group: 'hard' }),
      ],
      { name: 'sums', ...rest },
    ),
  );

const shown = (measure: Measure | undefined): string | undefined =>
  measure &&
  `${measure.suite} ${measure.role} ${measure.dimension}: ${measure.name} (${measure.unit})${measure.group === undefined ? '' : ` of ${measure.group}`}`;

const linesOf = (measures: SuiteMeasures): Record<string, string | undefined> =>
  Object.fromEntries(GATING.map((kind) => [kind, shown(measures[kind])]));

describe('measures that may gate', () => {
  it('on a target suite', () => {
    expect(linesOf(measured({ hardestGroup: 'hard' }))).toEqual({
      accuracy: 'sums target accuracy: pass@1 (probability)',
      coverage: 'sums target coverage: pass@4 (probability)',
      syntactic: 'sums target diversity: syntactic (dissimilarity)',
      logical: 'sums target diversity: logical (dissimilarity)',
      semantic: undefined,
      reach: 'sums target diversity: reach@4 (ways)',
      hardestGroup: 'sums target generalization: hardest group (probability) of hard',
    });
  });

  it('on an ood suite: pass@1 shows generalization', () => {
    expect(shown(measured({ role: 'ood' }).accuracy)).toBe('sums ood generalization: pass@1 (probability)');
  });

  it('on a choice suite: cover@0.5, and no measures of wording', () => {
    expect(linesOf(measured({ grader: 'choice' }))).toMatchObject({
      coverage: 'sums target coverage: cover@0.5 (probability)',
      syntactic: undefined,
      logical: 'sums target diversity: logical (dissimilarity)',
    });
  });

  it('on an open suite: nothing that needs a right answer', () => {
    expect(linesOf(measured({ role: 'open', grader: undefined, hardestGroup: 'hard' }))).toMatchObject({
      accuracy: undefined,
      coverage: undefined,
      hardestGroup: undefined,
      syntactic: 'sums open diversity: syntactic (dissimilarity)',
    });
  });

  it('include semantic diversity if there are embeddings', () => {
    expect(shown(measured({ embeddingOf: () => Float32Array.of(1) }).semantic)).toBe(
      'sums target diversity: semantic (dissimilarity)',
    );
  });

  it('include no group if none is large enough, and no hardest group if items have no groups', () => {
    const { hardestGroup } = measured();
    expect(shown(hardestGroup)).toBe('sums target generalization: hardest group (probability)');
    expect(hardestGroup).not.toHaveProperty('group');
    const item = itemOf('a', solved(1, 4), solved(1, 4));
    expect(measureSuite(suiteOf([item])).hardestGroup).toBeUndefined();
  });

  it('use the largest power of two up to n as K', () => {
    expect(shown(measured({}, 7).coverage)).toBe('sums target coverage: pass@4 (probability)');
    expect(measured({}, 7).reach.name).toBe('reach@4');
    expect(measured({}, 8).coverage?.name).toBe('pass@8');
  });
});

it('are computed on the eligible items', () => {
  const failed = itemOf('c', ['failed', 'failed', 'failed', 'failed'], solved(4, 4));
  const { suite, accuracy } = measureSuite(suiteOf([failed, itemOf('a', solved(1, 4), solved(2, 4))]));
  expect(suite.items.map(({ id }) => id)).toEqual(['a']);
  expect(accuracy?.measurement).toMatchObject({ items: [{ id: 'a', old: 0.25, new: 0.5 }] });
});
