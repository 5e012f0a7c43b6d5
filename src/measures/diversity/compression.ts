import type { EncodedTexts } from '../text/encoded-texts.ts';
import type { Measurement, PairedItem } from '../measurement.ts';
import { measuredAmounts } from '../measurement.ts';
import { PairNumbers } from '../text/pair-numbers.ts';
import type { EligibleItem } from '../samples.ts';

/**
 * Compression ratio of an item's graded samples, right or wrong: compressed size divided by original size. It
 * is low if samples repeat one another or themselves, and 1 or slightly more if nothing repeats. Only items
 * with at least one word on both sides count.
 *
 * The compressor is Ziv and Lempel's of 1978 over words and marks, with one dictionary for all samples of an
 * item. A phrase is the longest known phrase plus the token after it; the j-th phrase costs log₂ j bits plus
 * those of a token. It is implemented here because general-purpose compressors give different sizes on
 * different processors, and a result must not depend on the processor.
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

/** The ratio of each item of a side; undefined if the item has no words. `vocabularySize` covers both sides. */
export function compressedSide(
  items: readonly (readonly Int32Array[])[],
  vocabularySize: number,
): (number | undefined)[] {
  const phrases = new PairNumbers();
  const bits = new PhraseBits(Math.log2(Math.max(2, vocabularySize)));
  return items.map((texts) => ratioOf(texts, phrases, bits));
}

/** The empty phrase; every other phrase is represented by its number plus one. */
const NO_PHRASE = 0;

function ratioOf(texts: readonly Int32Array[], phrases: PairNumbers, bits: PhraseBits): number | undefined {
  phrases.clear();
  let tokens = 0;
  /** Bits for texts that end in an already known phrase, with no token after it. */
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

/** The total size in bits of the first N phrases, for any N; computed once and cached. */
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
