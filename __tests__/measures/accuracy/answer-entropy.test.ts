import { describe, expect, it } from 'vitest';
import { answerEntropy } from '../../../src/measures/accuracy/answer-entropy.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { expectClose } from '../../support/close.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, suiteOf } from '../../support/samples.ts';

const answers = (...given: readonly (string | undefined)[]): Written[] =>
  given.map((answer) => (answer === undefined ? 'unparseable' : { outcome: 'incorrect', answer }));

const entropyOf = (old: readonly Written[], candidate: readonly Written[] = old) =>
  answerEntropy(
    eligibleSuite(suiteOf([itemOf('a', old, candidate, { cluster: 'c' })], { samplesPerItem: 1 })).items,
  );

function pairOf(old: readonly Written[], candidate?: readonly Written[]): [number, number] {
  const measurement = entropyOf(old, candidate);
  if (measurement.kind !== 'measured') throw new Error(measurement.reason);
  const [item] = measurement.items;
  expect(item).toMatchObject({ id: 'a', cluster: 'c' });
  return [item?.old ?? Number.NaN, item?.new ?? Number.NaN];
}

describe('answer entropy', () => {
  it('is 0 if all answers agree, and log₂ of their number if no two do', () => {
    const [agreed, all] = pairOf(answers('1', '1', '1', '1'), answers('1', '2', '3', '4'));
    expect(agreed).toBe(0);
    expectClose(all, 2);
  });

  it('is .8113 bits for three answers against one', () => {
    expectClose(pairOf(answers('1', '1', '2', '1'))[0], 0.75 * Math.log2(4 / 3) + 0.5);
  });

  it('ignores samples without an answer', () => {
    expectClose(pairOf(answers('1', undefined, '2', undefined))[0], 1);
  });

  it('does not change by one bit with the order of samples', () => {
    const counts = ['a', 'a', 'a', 'b', 'b', 'c', 'd', 'd', 'd', 'd', 'd', 'e', 'e', 'f'];
    const [one] = pairOf(answers(...counts));
    for (let turn = 1; turn < counts.length; turn += 1) {
      expect(pairOf(answers(...counts.slice(turn), ...counts.slice(0, turn)))[0]).toBe(one);
    }
    expect(pairOf(answers(...counts.toReversed()))[0]).toBe(one);
  });

  it('needs two answers on both sides', () => {
    const none = { kind: 'unmeasurable', reason: 'no item has at least two answers on both sides' };
    expect(entropyOf(answers('1', undefined), answers('1', '2'))).toEqual(none);
    expect(entropyOf(answers('1', '2'), answers(undefined, '2'))).toEqual(none);
  });

  it('has a reach of log₂ of the largest number of samples', () => {
    expect(entropyOf(answers('1', '2', '3', '4'), answers('1', '2'))).toMatchObject({ reach: 2 });
    expect(entropyOf(answers('1', '2'), answers('1', '2', '3', '4', '5', '6', '7', '8'))).toMatchObject({
      reach: 3,
    });
  });
});
