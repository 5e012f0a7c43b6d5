import type { EncodedTexts } from './encoded-texts.ts';
import type { Measurement, PairedItem } from './measurement.ts';
import { measuredAmounts } from './measurement.ts';
import { PairNumbers } from './pair-numbers.ts';
import type { EligibleItem } from './samples.ts';

/**
 * Compression ratio of an item's graded samples, right or wrong: their compressed size as a share of their size. Low where
 * samples repeat one another, or themselves; 1 or somewhat more where nothing repeats. Items with a word on both sides.
 *
 * The compressor is Ziv and Lempel's of 1978 over words and marks, the dictionary kept from sample to sample: a phrase is
 * the longest known one and the token after it, and the j-th takes log₂ j bits and those of a token. It is written out here
 * because general compressors give other sizes on other processors, and a result must not.
 */
export function compressionRatio(items: readonly EligibleItem[], encoded: EncodedTexts): Measurement {
  const { old, new: fresh } = encoded.compressed;
  const paired = items.flatMap(({ id, cluster }, place): PairedItem[] => {
    const [ofOld, ofNew] = [old[place], fresh[place]];
    return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
  });
  return measuredAmounts(paired, {
    reach: Number.POSITIVE_INFINITY,
    reason: 'no item has a word on both sides',
  });
}

/** The ratio of each item of a side; undefined where it has no word. `vocabularySize` is of both sides together. */
export function compressedSide(
  items: readonly (readonly Int32Array[])[],
  vocabularySize: number,
): (number | undefined)[] {
  const phrases = new PairNumbers();
  const bits = new PhraseBits(Math.log2(Math.max(2, vocabularySize)));
  return items.map((texts) => ratioOf(texts, phrases, bits));
}

/** Stands for the phrase of no tokens; other phrases have one more than their number. */
const NO_PHRASE = 0;

function ratioOf(texts: readonly Int32Array[], phrases: PairNumbers, bits: PhraseBits): number | undefined {
  phrases.clear();
  let tokens = 0;
  /** Of phrases that are known already and that a text ends with: there is no token after them. */
  let bitsOfEnds = 0;
  for (const text of texts) {
    tokens += text.length;
    let phrase = NO_PHRASE;
    for (let place = 0; place < text.length; place += 1) {
      const known = phrases.size;
      const longer = phrases.numberOf(phrase, text[place] ?? 0);
      phrase = longer < known ? longer + 1 : NO_PHRASE;
    }
    if (phrase !== NO_PHRASE) bitsOfEnds += Math.log2(phrases.size + 1);
  }
  return tokens === 0 ? undefined : (bits.of(phrases.size) + bitsOfEnds) / (tokens * bits.ofToken);
}

/** What the first phrases take together, for any number of them. */
class PhraseBits {
  readonly ofToken: number;
  readonly #sums = [0];

  constructor(ofToken: number) {
    this.ofToken = ofToken;
  }

  of(phrases: number): number {
    for (let count = this.#sums.length; count <= phrases; count += 1) {
      this.#sums.push((this.#sums[count - 1] ?? 0) + Math.log2(count) + this.ofToken);
    }
    return this.#sums[phrases] ?? 0;
  }
}
