import { LONGEST_NGRAM } from './boilerplate.ts';
import { countsForDiversity } from './counting-samples.ts';
import type { EncodedTexts } from './encoded-texts.ts';
import type { Measurement, PairedItem } from './measurement.ts';
import { measuredAmounts } from './measurement.ts';
import { PairNumbers } from './pair-numbers.ts';
import { expectedDistinct, RAREFIED_TO } from './rarefaction.ts';
import { resized } from './resized.ts';
import type { EligibleItem, ItemSamples } from './samples.ts';

/**
 * distinct-n for n = 1 … 4: the different word n-grams among all n-grams that four correct solutions of an item hold, in
 * expectation over which four. Between 0 and 1; a longer solution has the lower share. Items with at least four correct
 * solutions of n words or more on both sides. Li et al. (1510.03055), rarefied (method.md, section 2).
 */
export function distinctNgrams(items: readonly EligibleItem[], encoded: EncodedTexts): Measurement[] {
  const counter = new HolderCounter();
  const shares = (side: ItemSamples, texts: readonly Int32Array[] = []): (number | undefined)[] => {
    const correct = texts.filter((_, place) => {
      const sample = side.samples[place];
      return sample !== undefined && countsForDiversity(sample);
    });
    counter.read(correct);
    return Array.from({ length: LONGEST_NGRAM }, () => counter.nextShare());
  };
  const both = items.map((item, place) => ({
    item,
    old: shares(item.old, encoded.old[place]),
    new: shares(item.new, encoded.new[place]),
  }));
  return Array.from({ length: LONGEST_NGRAM }, (_, place) =>
    measuredAmounts(
      both.flatMap(({ item: { id, cluster }, old, new: fresh }): PairedItem[] => {
        const [ofOld, ofNew] = [old[place], fresh[place]];
        return ofOld === undefined || ofNew === undefined ? [] : [{ id, cluster, old: ofOld, new: ofNew }];
      }),
      {
        reach: 1,
        reason: `no item has ${RAREFIED_TO} correct solutions of ${place + 1} words on both sides`,
      },
    ),
  );
}

/** Counts, by growing n, how many of an item's texts hold each n-gram. Its memory is kept from item to item. */
class HolderCounter {
  #n = 0;
  #texts: readonly Int32Array[] = [];
  /** By text and place: number of the (n−1)-gram that begins there. */
  #grams: Int32Array[] = [];
  readonly #numbers = new PairNumbers();
  /** Different n-grams so far: the next new one has this number. */
  #seen = 0;
  /** By number of an n-gram: how many texts hold it, and which held it last. */
  #holders = new Int32Array(1024);
  #lastHeldBy = new Int32Array(1024);

  /** Takes up the texts of one side of an item; n begins anew. */
  read(texts: readonly Int32Array[]): void {
    this.#n = 0;
    this.#texts = texts;
    this.#grams = texts.map(({ length }) => new Int32Array(length));
  }

  /** Expected share of different n-grams in four texts, at the next n; undefined with fewer texts of that length. */
  nextShare(): number | undefined {
    this.#n += 1;
    const n = this.#n;
    this.#numbers.clear();
    this.#seen = 0;
    let long = 0;
    let all = 0;
    this.#texts.forEach((tokens, text) => {
      const count = tokens.length - n + 1;
      if (count <= 0) return;
      long += 1;
      all += count;
      const grams = this.#grams[text] ?? new Int32Array(0);
      for (let place = 0; place < count; place += 1) {
        const gram = this.#numbers.numberOf(n === 1 ? 0 : (grams[place] ?? 0), tokens[place + n - 1] ?? 0);
        grams[place] = gram;
        this.#see(gram, text);
      }
    });
    if (long < RAREFIED_TO) return undefined;
    const featuresHeldBy = new Float64Array(long + 1);
    for (let gram = 0; gram < this.#numbers.size; gram += 1) {
      const holders = this.#holders[gram] ?? 0;
      featuresHeldBy[holders] = (featuresHeldBy[holders] ?? 0) + 1;
    }
    return expectedDistinct(featuresHeldBy, long) / ((RAREFIED_TO * all) / long);
  }

  #see(gram: number, text: number): void {
    if (gram === this.#seen) {
      if (gram === this.#holders.length) {
        this.#holders = resized(this.#holders, 2 * gram);
        this.#lastHeldBy = resized(this.#lastHeldBy, 2 * gram);
      }
      this.#seen += 1;
      this.#holders[gram] = 1;
      this.#lastHeldBy[gram] = text;
    } else if (this.#lastHeldBy[gram] !== text) {
      this.#holders[gram] = (this.#holders[gram] ?? 0) + 1;
      this.#lastHeldBy[gram] = text;
    }
  }
}
