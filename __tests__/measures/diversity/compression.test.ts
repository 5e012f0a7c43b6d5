import { describe, expect, it } from 'vitest';
import { compressionRatio } from '../../../src/measures/diversity/compression.ts';
import { EncodedTexts } from '../../../src/measures/text/encoded-texts.ts';
import type { Measurement } from '../../../src/measures/measurement.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import { expectClose } from '../../support/close.ts';
import type { Written } from '../../support/samples.ts';
import { itemOf, suiteOf } from '../../support/samples.ts';

const told = (...texts: readonly string[]): Written[] =>
  texts.map((text) => ({ outcome: 'incorrect', text }));

function ratioOf(old: readonly Written[], candidate: readonly Written[] = old): Measurement {
  const { items } = eligibleSuite(
    suiteOf([itemOf('a', old, candidate, { cluster: 'c' })], { samplesPerItem: 1 }),
  );
  return compressionRatio(items, new EncodedTexts(items));
}

function pairOf(old: readonly Written[], candidate?: readonly Written[]): [number, number] {
  const measurement = ratioOf(old, candidate);
  if (measurement.kind !== 'measured') throw new Error(measurement.reason);
  expect(measurement.reach).toBe(Number.POSITIVE_INFINITY);
  const [item] = measurement.items;
  expect(item).toMatchObject({ id: 'a', cluster: 'c' });
  return [item?.old ?? Number.NaN, item?.new ?? Number.NaN];
}

describe('the compression ratio', () => {
  it('counts log₂ j bits plus those of a token for the j-th phrase: a | b | a b', () => {
    expectClose(pairOf(told('a b a b'))[0], (Math.log2(1) + 1 + (Math.log2(2) + 1) + (Math.log2(3) + 1)) / 4);
  });

  it('computes the bits of a token from the words of both sides', () => {
    // Old: a | a and no token after it: 2 bits of phrases, each token 2 bits of four. New: three phrases of
    // one token.
    const [old, candidate] = pairOf(told('a a'), told('b c d'));
    expectClose(old, (Math.log2(1) + 2 + Math.log2(2)) / (2 * 2));
    expectClose(candidate, (Math.log2(1) + 2 + (Math.log2(2) + 2) + (Math.log2(3) + 2)) / (3 * 2));
  });

  it('keeps its dictionary from sample to sample: a | a, known, costs no token', () => {
    expectClose(pairOf(told('a', 'a', 'b'))[0], (1 + 1 + (1 + 1)) / 3);
  });

  it('resets it for every item and side', () => {
    const { items } = eligibleSuite(
      suiteOf(
        ['a', 'b'].map((id) => itemOf(id, told('a b a b'), told('a b a b'))),
        { samplesPerItem: 1 },
      ),
    );
    const measurement = compressionRatio(items, new EncodedTexts(items));
    if (measurement.kind !== 'measured') throw new Error(measurement.reason);
    const [alone] = pairOf(told('a b a b'));
    expect(measurement.items.flatMap(({ old, new: candidate }) => [old, candidate])).toEqual(
      Array(4).fill(alone),
    );
  });

  it('is finite for a single word repeated over and over', () => {
    expectClose(pairOf(told('a'))[0], 1);
  });

  it('needs a word on both sides', () => {
    const none = { kind: 'unmeasurable', reason: 'no item has any words on both sides' };
    expect(ratioOf(told('', ' '), told('a'))).toEqual(none);
    expect(ratioOf(told('a'), told(''))).toEqual(none);
  });
});
