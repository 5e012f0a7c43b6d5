import type { Boilerplate } from './boilerplate.ts';
import { LONGEST_NGRAM, NOT_BOILERPLATE } from './boilerplate.ts';
import { meanPairwiseDissimilarity } from './dissimilarity.ts';

/**
 * D of one item's texts for each n = 1 … 4: features are the set of word n-grams of a text, boilerplate left out. A text
 * shorter than n is skipped at that n; one that holds nothing but boilerplate has the single feature ∅. Undefined at an n
 * with fewer than two texts. Time and memory are linear in the number of tokens (method.md, section 2).
 *
 * N-grams are numbered within the item: an n-gram is the number of its first n − 1 tokens and its last token.
 */
export function dissimilarityByLength(
  texts: readonly Int32Array[],
  boilerplate: Boilerplate,
): (number | undefined)[] {
  const numberOfToken = new Numbering();
  const tokens = texts.map((text) => text.map((token) => numberOfToken.of(token)));
  let grams = tokens;
  let common = texts.map((text) => text.map((token) => boilerplate.ofToken(token)));
  const byLength = [dissimilarity(grams, common, numberOfToken.size)];
  for (let n = 2; n <= LONGEST_NGRAM; n += 1) {
    const numberOfGram = new Numbering();
    grams = grams.map((prefixes, text) =>
      prefixes
        .subarray(0, -1)
        .map((prefix, start) =>
          numberOfGram.of(prefix * numberOfToken.size + at(tokens[text], start + n - 1)),
        ),
    );
    common = common.map((prefixes, text) =>
      prefixes
        .subarray(0, -1)
        .map((prefix, start) => boilerplate.extended(prefix, at(texts[text], start + n - 1), n)),
    );
    byLength.push(dissimilarity(grams, common, numberOfGram.size));
  }
  return byLength;
}

/** Numbers keys from 0 in order of first sight. */
class Numbering {
  readonly #numbers = new Map<number, number>();

  get size(): number {
    return this.#numbers.size;
  }

  of(key: number): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

function dissimilarity(
  grams: readonly Int32Array[],
  common: readonly Int32Array[],
  numbers: number,
): number | undefined {
  const sums = new Float64Array(numbers);
  const lastText = new Int32Array(numbers).fill(-1);
  let counted = 0;
  let onlyBoilerplate = 0;
  grams.forEach((text, place) => {
    if (text.length === 0) return;
    counted += 1;
    const features: number[] = [];
    text.forEach((gram, start) => {
      if (at(common[place], start) !== NOT_BOILERPLATE || at(lastText, gram) === place) return;
      lastText[gram] = place;
      features.push(gram);
    });
    if (features.length === 0) onlyBoilerplate += 1;
    const weight = 1 / Math.sqrt(features.length);
    for (const gram of features) sums[gram] = at(sums, gram) + weight;
  });
  const squares = sums.reduce((total, sum) => total + sum ** 2, onlyBoilerplate ** 2);
  return meanPairwiseDissimilarity(squares, counted);
}

function at(array: Int32Array | Float64Array | undefined, place: number): number {
  const value = array?.[place];
  if (value === undefined) throw new RangeError(`no element ${place}`);
  return value;
}
