import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Boilerplate } from '../../../src/measures/text/boilerplate.ts';
import { dissimilarityByLength } from '../../../src/measures/text/ngram-diversity.ts';
import { PairwiseDissimilarity } from '../../../src/measures/text/pairwise-dissimilarity.ts';
import { expectClose } from '../../support/close.ts';

const WORDS = 6;
const texts = fc.array(
  fc.array(fc.nat(WORDS - 1), { maxLength: 12 }).map((tokens) => Int32Array.from(tokens)),
  { maxLength: 8 },
);

test('the mean over all pairs is D, for all texts or a subset, with and without boilerplate', () => {
  fc.assert(
    fc.property(texts, texts, fc.infiniteStream(fc.boolean()), (item, other, coin) => {
      const boilerplate = new Boilerplate([[item, other, item]], WORDS);
      const places = item.flatMap((_, place) => (coin.next().value === true ? [place] : [])).toReversed();
      const some = places.flatMap((place) => item[place] ?? []);
      const pairwise = new PairwiseDissimilarity(item, boilerplate).among(places);
      const expected = dissimilarityByLength(some, boilerplate);
      expect(pairwise.map((value) => value === undefined)).toEqual(
        expected.map((value) => value === undefined),
      );
      pairwise.forEach((value, n) => expectClose(value ?? 0, expected[n] ?? 0));
    }),
  );
});

test('texts of nothing but boilerplate are equal to each other and different from every other text', () => {
  const [common, own] = [Int32Array.of(0), Int32Array.of(1)];
  const boilerplate = new Boilerplate([[[common], [common], [common, common, own]]], 2);
  const pairwise = new PairwiseDissimilarity([common, common, own], boilerplate);
  expect(pairwise.among([0, 1])[0]).toBe(0);
  expect(pairwise.among([0, 2])[0]).toBe(1);
  expect(pairwise.among([0])).toEqual([undefined, undefined, undefined, undefined]);
});
