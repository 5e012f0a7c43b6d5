import type { Boilerplate } from './boilerplate.ts';
import { LONGEST_NGRAM, NOT_BOILERPLATE } from './boilerplate.ts';
import { meanPairwiseDissimilarity } from '../diversity/dissimilarity.ts';
import { PairNumbers } from './pair-numbers.ts';
import { expectedDistinct, RAREFIED_TO } from '../diversity/rarefaction.ts';

/** One side's values for an item, for word n-grams of one length n. */
export interface NgramValues {
  /** D of the texts that count; undefined if fewer than two of them have n words or more. */
  readonly dissimilarity: number | undefined;
  /** D of all texts. */
  readonly dissimilarityOfAll: number | undefined;
  /**
   * Expected share of different n-grams in four of the texts that count; undefined if fewer than four of them have n words
   * or more.
   */
  readonly distinctShare: number | undefined;
}

/**
 * D of one item's texts for each n = 1 … 4. The text's features are its word n-grams without boilerplate. Text shorter
 * than n is skipped at that n; text that contains only boilerplate has the single feature ∅. Undefined at any n with
 * fewer than two texts. Time and memory are linear in the number of tokens (method.md, section "Diversity").
 */
export function dissimilarityByLength(
  texts: readonly Int32Array[],
  boilerplate: Boilerplate,
): (number | undefined)[] {
  const ngrams = new ItemNgrams(boilerplate);
  ngrams.read(
    texts,
    texts.map(() => true),
  );
  return Array.from({ length: LONGEST_NGRAM }, () => ngrams.next().dissimilarity);
}

/**
 * The n-grams of one side's texts for an item, for increasing n. The n-grams are numbered within these texts: an n-gram
 * is a pair of numbers, one for its first n − 1 tokens and one for its last token. Numbering dominates the cost, so a
 * single numbering is shared by all measures. Memory is reused from item to item.
 */
export class ItemNgrams {
  readonly #boilerplate: Boilerplate;
  #n = 0;
  /** The start of each text in `#tokens` and `#grams`, followed by the end of the last text. */
  #starts: number[] = [0];
  #counts: readonly boolean[] = [];
  /** Each token's number within these texts, which is its n-gram at n = 1. Small numbers keep the tables small. */
  #tokens = new Int32Array(0);
  /** Number of different tokens. */
  #vocabularySize = 0;
  /** Index of each token among the boilerplate tokens. */
  #commonTokens = new Int32Array(0);
  /**
   * For each position, the number of the n-gram that begins there. An n-gram that crosses into the next text gets a
   * number like any other but belongs to no text.
   */
  #grams = new Int32Array(0);
  /** One text's n-grams that are features. */
  #features = new Int32Array(0);
  readonly #numbers = new PairNumbers();
  /** Index of each n-gram, and of each (n − 1)-gram of the previous step, among the boilerplate n-grams of its length. */
  #common = new Int32Array(0);
  #commonBefore = new Int32Array(0);
  /**
   * For each n-gram, Σ 1/√(number of the text's features) over the texts that contain the n-gram: once for the texts that
   * count, and once for those that do not.
   */
  #sumsOfCounting = new Float64Array(0);
  #sumsOfOthers = new Float64Array(0);
  /** For each n-gram, how many of the texts that count contain it. */
  #holders = new Int32Array(0);
  /** For each n-gram, the last text that contained it. Texts are numbered across all items ever read. */
  #lastHeldBy = new Int32Array(0);
  #textsRead = 0;

  constructor(boilerplate: Boilerplate) {
    this.#boilerplate = boilerplate;
  }

  /** Starts an item; the first call of `next` then gives the values for n = 1. `counts` marks the texts that count. */
  read(texts: readonly Int32Array[], counts: readonly boolean[]): void {
    this.#n = 0;
    this.#vocabularySize = this.#boilerplate.vocabularySize;
    this.#counts = counts;
    this.#starts = [0];
    let length = 0;
    for (const text of texts) {
      length += text.length;
      this.#starts.push(length);
    }
    if (length > this.#tokens.length) this.#reserve(2 * length);
    texts.forEach((text, place) => this.#tokens.set(text, this.#starts[place]));
    this.#grams.fill(0, 0, length);
  }

  /** The values for the next n, starting at 1. */
  next(): NgramValues {
    this.#n += 1;
    this.#lengthen();
    const all = { texts: 0, withoutFeatures: 0 };
    const counting = { texts: 0, withoutFeatures: 0, ngrams: 0 };
    for (let text = 0; text + 1 < this.#starts.length; text += 1) {
      const start = this.#starts[text] ?? 0;
      const end = (this.#starts[text + 1] ?? 0) - this.#n + 1;
      if (end <= start) continue;
      const counts = this.#counts[text] === true;
      const isEmpty = this.#take(start, end, counts) === 0;
      all.texts += 1;
      if (isEmpty) all.withoutFeatures += 1;
      if (!counts) continue;
      counting.texts += 1;
      if (isEmpty) counting.withoutFeatures += 1;
      counting.ngrams += end - start;
    }
    const squares = this.#squares();
    return {
      dissimilarity: meanPairwiseDissimilarity(
        squares.ofCounting + counting.withoutFeatures ** 2,
        counting.texts,
      ),
      dissimilarityOfAll: meanPairwiseDissimilarity(squares.ofAll + all.withoutFeatures ** 2, all.texts),
      distinctShare: this.#distinctShare(counting),
    };
  }

  /** Extends the (n−1)-grams to n-grams. */
  #lengthen(): void {
    const n = this.#n;
    const numbers = this.#numbers;
    const end = this.#starts.at(-1) ?? 0;
    numbers.clear({ firsts: n === 1 ? 1 : numbers.size, seconds: this.#vocabularySize });
    numbers.numberAll(this.#grams, this.#tokens, { offset: n - 1, end });
    [this.#common, this.#commonBefore] = [this.#commonBefore, this.#common];
    if (n === 1) this.#takeTokens(end);
    else this.#findCommon();
    this.#sumsOfCounting.fill(0, 0, numbers.size);
    this.#sumsOfOthers.fill(0, 0, numbers.size);
    this.#holders.fill(0, 0, numbers.size);
  }

  /** Replaces each token's number in the vocabulary with its number within these texts. */
  #takeTokens(end: number): void {
    const { pairs, size } = this.#numbers;
    for (let token = 0; token < size; token += 1) {
      this.#commonTokens[token] = this.#boilerplate.ofToken(pairs[2 * token + 1] ?? 0);
    }
    this.#common.set(this.#commonTokens.subarray(0, size));
    this.#tokens.set(this.#grams.subarray(0, end));
    this.#vocabularySize = size;
  }

  #findCommon(): void {
    const { pairs, size } = this.#numbers;
    const common = this.#common;
    const commonBefore = this.#commonBefore;
    const commonTokens = this.#commonTokens;
    for (let gram = 0; gram < size; gram += 1) {
      const prefix = commonBefore[pairs[2 * gram] ?? 0] ?? NOT_BOILERPLATE;
      const last = commonTokens[pairs[2 * gram + 1] ?? 0] ?? NOT_BOILERPLATE;
      common[gram] = this.#boilerplate.extended(prefix, last, this.#n);
    }
  }

  /**
   * Counts the text's n-grams that begin at positions from `start` up to, but not including, `end`. Returns how many of
   * these n-grams are features.
   */
  #take(start: number, end: number, counts: boolean): number {
    const grams = this.#grams;
    const common = this.#common;
    const lastHeldBy = this.#lastHeldBy;
    const holders = this.#holders;
    const features = this.#features;
    this.#textsRead += 1;
    const text = this.#textsRead;
    const held = counts ? 1 : 0;
    let found = 0;
    for (let place = start; place < end; place += 1) {
      const gram = grams[place] ?? 0;
      // Text numbers only increase, so `isNew` is 1 the first time the text is seen to contain the n-gram and 0 after that.
      // The sums use this bit, and the sign of NOT_BOILERPLATE (the only negative number), because unpredictable branches
      // would cost more.
      const isNew = ((lastHeldBy[gram] ?? 0) - text) >>> 31;
      lastHeldBy[gram] = text;
      holders[gram] = (holders[gram] ?? 0) + (isNew & held);
      features[found] = gram;
      found += isNew & ((common[gram] ?? 0) >>> 31);
    }
    const weight = 1 / Math.sqrt(found);
    const sums = counts ? this.#sumsOfCounting : this.#sumsOfOthers;
    for (let place = 0; place < found; place += 1) {
      const gram = features[place] ?? 0;
      sums[gram] = (sums[gram] ?? 0) + weight;
    }
    return found;
  }

  /** ‖Σu‖² without ∅, over the texts that count and over all texts. */
  #squares(): { readonly ofCounting: number; readonly ofAll: number } {
    const sumsOfCounting = this.#sumsOfCounting;
    const sumsOfOthers = this.#sumsOfOthers;
    let ofCounting = 0;
    let ofAll = 0;
    for (let gram = 0; gram < this.#numbers.size; gram += 1) {
      const sum = sumsOfCounting[gram] ?? 0;
      ofCounting += sum * sum;
      const sumOfAll = sum + (sumsOfOthers[gram] ?? 0);
      ofAll += sumOfAll * sumOfAll;
    }
    return { ofCounting, ofAll };
  }

  /** The expected share of different n-grams. Boilerplate n-grams count like any others here. */
  #distinctShare({ texts, ngrams }: { readonly texts: number; readonly ngrams: number }): number | undefined {
    if (texts < RAREFIED_TO) return undefined;
    const featuresHeldBy = new Float64Array(texts + 1);
    for (let gram = 0; gram < this.#numbers.size; gram += 1) {
      const holders = this.#holders[gram] ?? 0;
      featuresHeldBy[holders] = (featuresHeldBy[holders] ?? 0) + 1;
    }
    return expectedDistinct(featuresHeldBy, texts) / ((RAREFIED_TO * ngrams) / texts);
  }

  #reserve(tokens: number): void {
    this.#tokens = new Int32Array(tokens);
    this.#grams = new Int32Array(tokens);
    this.#features = new Int32Array(tokens);
    this.#commonTokens = new Int32Array(tokens);
    this.#common = new Int32Array(tokens);
    this.#commonBefore = new Int32Array(tokens);
    this.#sumsOfCounting = new Float64Array(tokens);
    this.#sumsOfOthers = new Float64Array(tokens);
    this.#holders = new Int32Array(tokens);
    this.#lastHeldBy = new Int32Array(tokens);
  }
}
