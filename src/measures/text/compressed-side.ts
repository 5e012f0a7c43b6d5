import { PairNumbers } from './pair-numbers.ts';

/**
 * The compression ratio of each of a side's items; undefined for an item without words. `vocabularySize` covers both
 * sides.
 */
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
  /** Total size, in bits, of the texts' incomplete last phrases: known phrases with no token after them. */
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
