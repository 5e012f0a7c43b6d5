import { expect, it } from 'vitest';
import { majority } from '../../../src/measures/accuracy/majority.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, suiteOf } from '../../support/samples.ts';

const right = (answer: string): Written => ({ outcome: 'correct', answer });
const wrong = (answer: string): Written => ({ outcome: 'incorrect', answer });
const cut = (answer: string): Written => ({ outcome: 'truncated', answer });
const silent: Written = 'unparseable';

const creditOf = (...samples: readonly Written[]): number | undefined => {
  const measurement = majority(eligibleSuite(suiteOf([itemOf('a', samples, samples)])).items);
  return measurement.kind === 'measured' ? measurement.items[0]?.old : undefined;
};

it.each<[credit: number, why: string, samples: Written[]]>([
  [1, 'most are right', [right('7'), right('7'), wrong('8')]],
  [0, 'most agree on one that is wrong', [wrong('8'), right('7'), wrong('8')]],
  [1, 'the wrong ones do not agree', [wrong('8'), wrong('9'), right('7'), right('7')]],
  [1 / 2, 'two tie', [right('7'), wrong('8')]],
  [1 / 3, 'three tie', [wrong('8'), right('7'), wrong('9')]],
  [
    1 / 2,
    'two tie, and a third has fewer votes',
    [right('7'), wrong('8'), wrong('8'), right('7'), wrong('9')],
  ],
  [1, 'those who are silent do not vote', [silent, silent, right('7')]],
  [1, 'those who were cut off do not vote', [cut('8'), cut('8'), right('7')]],
  [0, 'nobody votes', [silent, cut('7')]],
  [2 / 3, 'a grader takes the same answer for right and wrong', [right('7'), right('7'), wrong('7')]],
])('credit %d: %s', (credit, _, samples) => {
  expect(creditOf(...samples)).toBe(credit);
  expect(creditOf(...samples.toReversed())).toBe(credit);
});

it('is measured on each side, and is unmeasurable without items', () => {
  const { items } = eligibleSuite(suiteOf([itemOf('a', [right('7')], [wrong('8')], { cluster: 'c' })]));
  expect(majority(items)).toEqual({
    kind: 'measured',
    items: [{ id: 'a', cluster: 'c', old: 1, new: 0 }],
    largestValue: 1,
    reach: 1,
  });
  expect(majority([]).kind).toBe('unmeasurable');
});
