import type { Boilerplate } from './boilerplate.ts';
import { LONGEST_NGRAM, NOT_BOILERPLATE } from './boilerplate.ts';

/**
 * The dissimilarity of every pair of an item's texts, for each n = 1 … 4: one minus the cosine of their sets of n-grams
 * without boilerplate. The mean over the pairs of any subset of texts is that subset's D, so many subsets can be
 * compared without reading the texts again (method.md, section "Diversity"). Time and memory are quadratic in the
 * number of texts.
 */
export class PairwiseDissimilarity {
  /** The dissimilarity of each pair, indexed by n − 1, then by `one·texts + other`. */
  readonly #unlike: Float64Array[] = [];
  /** Whether the text is long enough to count. Indexed by n − 1, then by text. */
  readonly #counts: boolean[][] = [];
  readonly #texts: number;

  constructor(texts: readonly Int32Array[], boilerplate: Boilerplate) {
    this.#texts = texts.length;
    for (let n = 1; n <= LONGEST_NGRAM; n += 1) {
      const features = texts.map((text) => featuresOf(text, n, boilerplate));
      this.#unlike.push(dissimilarities(features));
      this.#counts.push(texts.map((text) => text.length >= n));
    }
  }

  /** D of a subset of the texts for each n; undefined at any n with fewer than two texts that are long enough. */
  among(places: readonly number[]): (number | undefined)[] {
    return this.#unlike.map((unlike, at) => {
      const counting = places.filter((place) => this.#counts[at]?.[place]);
      if (counting.length < 2) return undefined;
      let sum = 0;
      for (let one = 1; one < counting.length; one += 1) {
        const row = (counting[one] ?? 0) * this.#texts;
        for (let other = 0; other < one; other += 1) sum += unlike[row + (counting[other] ?? 0)] ?? 0;
      }
      return sum / ((counting.length * (counting.length - 1)) / 2);
    });
  }
}

/** The text's n-grams that are not boilerplate, as strings of token numbers. */
function featuresOf(text: Int32Array, n: number, boilerplate: Boilerplate): Set<string> {
  const features = new Set<string>();
  for (let start = 0; start + n <= text.length; start += 1) {
    let common = boilerplate.ofToken(text[start] ?? 0);
    for (let length = 2; length <= n; length += 1) {
      common = boilerplate.extended(common, boilerplate.ofToken(text[start + length - 1] ?? 0), length);
    }
    if (common === NOT_BOILERPLATE) features.add(text.subarray(start, start + n).join(' '));
  }
  return features;
}

/** The dissimilarity of each ordered pair of texts. */
function dissimilarities(features: readonly ReadonlySet<string>[]): Float64Array {
  const count = features.length;
  const shared = new Float64Array(count ** 2);
  const holders = new Map<string, number[]>();
  features.forEach((set, place) => {
    for (const feature of set) {
      const known = holders.get(feature) ?? [];
      for (const other of known) {
        const pair = place * count + other;
        shared[pair] = (shared[pair] ?? 0) + 1;
      }
      known.push(place);
      holders.set(feature, known);
    }
  });
  const unlike = new Float64Array(count ** 2);
  features.forEach((one, place) => {
    for (let other = 0; other < place; other += 1) {
      const value = dissimilarity(one.size, features[other]?.size ?? 0, shared[place * count + other] ?? 0);
      unlike[place * count + other] = value;
      unlike[other * count + place] = value;
    }
  });
  return unlike;
}

/**
 * Dissimilarity of two sets of features, from their sizes and the number of shared features. Texts that contain only
 * boilerplate are equal to each other and different from all others.
 */
function dissimilarity(one: number, other: number, shared: number): number {
  if (one === 0 && other === 0) return 0;
  return one === 0 || other === 0 ? 1 : 1 - shared / Math.sqrt(one * other);
}
