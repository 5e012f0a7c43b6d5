import type { Boilerplate } from './boilerplate.ts';
import { LONGEST_NGRAM, NOT_BOILERPLATE } from './boilerplate.ts';
import { meanPairwiseDissimilarity } from './dissimilarity.ts';
import { PairNumbers } from './pair-numbers.ts';

/**
 * D of one item's texts for each n = 1 … 4: features are the set of word n-grams of a text, boilerplate left out. A text
 * shorter than n is skipped at that n; one that holds nothing but boilerplate has the single feature ∅. Undefined at an n
 * with fewer than two texts. Time and memory are linear in the number of tokens (method.md, section 2). Over many items
 * one `memory` can serve them all.
 */
export function dissimilarityByLength(
  texts: readonly Int32Array[],
  boilerplate: Boilerplate,
  memory = new ItemNgrams(),
): (number | undefined)[] {
  memory.read(texts);
  return Array.from({ length: LONGEST_NGRAM }, () => memory.nextDissimilarity(boilerplate));
}

/**
 * The n-grams of one item's texts, by growing n. They are numbered within the item: an n-gram is the pair of its first
 * n − 1 tokens' number and its last token. The memory is kept from item to item.
 */
export class ItemNgrams {
  #n = 0;
  /** Where each text begins in the three arrays that follow; one more for the end. */
  #starts: number[] = [0];
  #tokens = new Int32Array(0);
  /** At each place: number of the n-gram that begins there. */
  #grams = new Int32Array(0);
  /** At each place: number of that n-gram among the boilerplate. */
  #common = new Int32Array(0);
  readonly #numbers = new PairNumbers();
  /** By number of an n-gram: Σ 1/√(features of a text) over the texts that hold it. */
  #sums = new Float64Array(0);
  /** By number of an n-gram: the text that held it last, counted over everything ever read. */
  #lastHeldBy = new Int32Array(0);
  #textsRead = 0;
  /** The n-grams of one text that are features. */
  #features = new Int32Array(0);

  /** Begins with an item's texts; the next dissimilarity is that of single tokens. */
  read(texts: readonly Int32Array[]): void {
    this.#n = 0;
    this.#starts = [0];
    let length = 0;
    for (const text of texts) {
      length += text.length;
      this.#starts.push(length);
    }
    if (length > this.#tokens.length) this.#reserve(2 * length);
    texts.forEach((text, place) => this.#tokens.set(text, this.#starts[place]));
  }

  /** D at the next n, from 1 on. */
  nextDissimilarity(boilerplate: Boilerplate): number | undefined {
    this.#n += 1;
    this.#numbers.clear();
    let counted = 0;
    let onlyBoilerplate = 0;
    for (let text = 0; text + 1 < this.#starts.length; text += 1) {
      const start = this.#starts[text] ?? 0;
      const end = (this.#starts[text + 1] ?? 0) - this.#n + 1;
      if (end <= start) continue;
      counted += 1;
      const features = this.#lengthen(start, end, boilerplate);
      if (features === 0) onlyBoilerplate += 1;
      const weight = 1 / Math.sqrt(features);
      for (let place = 0; place < features; place += 1) {
        const gram = this.#features[place] ?? 0;
        this.#sums[gram] = (this.#sums[gram] ?? 0) + weight;
      }
    }
    let squares = onlyBoilerplate * onlyBoilerplate;
    for (let gram = 0; gram < this.#numbers.size; gram += 1) {
      const sum = this.#sums[gram] ?? 0;
      squares += sum * sum;
    }
    return meanPairwiseDissimilarity(squares, counted);
  }

  /** Makes n-grams of the (n−1)-grams of one text and lists those that are features; says how many. */
  #lengthen(start: number, end: number, boilerplate: Boilerplate): number {
    const tokens = this.#tokens;
    const grams = this.#grams;
    const common = this.#common;
    const numbers = this.#numbers;
    const lastHeldBy = this.#lastHeldBy;
    const features = this.#features;
    const n = this.#n;
    this.#textsRead += 1;
    const text = this.#textsRead;
    let found = 0;
    for (let place = start; place < end; place += 1) {
      const token = tokens[place + n - 1] ?? 0;
      const known = numbers.size;
      const gram = numbers.numberOf(n === 1 ? 0 : (grams[place] ?? 0), token);
      grams[place] = gram;
      const ofBoilerplate =
        n === 1 ? boilerplate.ofToken(token) : boilerplate.extended(common[place] ?? 0, token, n);
      common[place] = ofBoilerplate;
      if (gram === known) this.#sums[gram] = 0;
      if (ofBoilerplate !== NOT_BOILERPLATE || lastHeldBy[gram] === text) continue;
      lastHeldBy[gram] = text;
      features[found] = gram;
      found += 1;
    }
    return found;
  }

  #reserve(tokens: number): void {
    this.#tokens = new Int32Array(tokens);
    this.#grams = new Int32Array(tokens);
    this.#common = new Int32Array(tokens);
    this.#features = new Int32Array(tokens);
    this.#sums = new Float64Array(tokens);
    this.#lastHeldBy = new Int32Array(tokens);
  }
}
