import type { Boilerplate } from './boilerplate.ts';
import { LONGEST_NGRAM, NOT_BOILERPLATE } from './boilerplate.ts';
import { meanPairwiseDissimilarity } from './dissimilarity.ts';
import { PairNumbers } from './pair-numbers.ts';
import { expectedDistinct, RAREFIED_TO } from './rarefaction.ts';

/** What the word n-grams of one side of an item show at one n. */
export interface NgramValues {
  /** D of the texts that count; undefined with fewer than two of n words or more. */
  readonly dissimilarity: number | undefined;
  /** D of all texts. */
  readonly dissimilarityOfAll: number | undefined;
  /** Expected share of different n-grams in four of the texts that count; undefined with fewer of n words or more. */
  readonly distinctShare: number | undefined;
}

/**
 * D of one item's texts for each n = 1 … 4: features are the set of word n-grams of a text, boilerplate left out. A text
 * shorter than n is skipped at that n; one that holds nothing but boilerplate has the single feature ∅. Undefined at an n
 * with fewer than two texts. Time and memory are linear in the number of tokens (method.md, section 2).
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
 * The n-grams of one side's texts of an item, by growing n. They are numbered within these texts: an n-gram is the pair of its
 * first n − 1 tokens' number and its last token. Numbering is what costs time, so all that is asked of the n-grams is told from
 * one. The memory is kept from item to item.
 */
export class ItemNgrams {
  readonly #boilerplate: Boilerplate;
  #n = 0;
  /** Where each text begins in `#tokens` and `#grams`; one more for the end. */
  #starts: number[] = [0];
  #counts: readonly boolean[] = [];
  /** From n = 1 on, numbered within these texts: small numbers make small tables. */
  #tokens = new Int32Array(0);
  /** Different tokens. */
  #vocabularySize = 0;
  /** By token: its number among the boilerplate. */
  #commonTokens = new Int32Array(0);
  /**
   * At each place: number of the n-gram that begins there. One that begins in a text and ends in the next is numbered like any
   * other; no text holds it.
   */
  #grams = new Int32Array(0);
  /** The n-grams of one text that are features. */
  #features = new Int32Array(0);
  readonly #numbers = new PairNumbers();
  /** By number of an n-gram, and of the (n − 1)-gram before it: its number among the boilerplate. */
  #common = new Int32Array(0);
  #commonBefore = new Int32Array(0);
  /** By number of an n-gram: Σ 1/√(features of a text) over the texts that hold it and count, and over those that do not. */
  #sumsOfCounting = new Float64Array(0);
  #sumsOfOthers = new Float64Array(0);
  /** By number of an n-gram: how many of the texts that count hold it. */
  #holders = new Int32Array(0);
  /** By number of an n-gram: the text that held it last, counted over everything ever read. */
  #lastHeldBy = new Int32Array(0);
  #textsRead = 0;

  constructor(boilerplate: Boilerplate) {
    this.#boilerplate = boilerplate;
  }

  /** Begins with an item's texts; what comes next is told of single tokens. `counts` says which of them count. */
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

  /** What is to be told of the next n, from 1 on. */
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

  /** Makes n-grams of the (n−1)-grams. */
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

  /** Goes on with the numbers that the tokens have within these texts. */
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

  /** Counts the n-grams of a text that begin from `start` up to `end`; says how many of them are features. */
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
      // Texts are counted up, so this is 1 where the text is seen to hold the n-gram, and 0 where it was seen before. It and the sign
      // of NOT_BOILERPLATE, which alone is negative, are added: branches that cannot be foretold cost more.
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

  /** ‖Σu‖² without ∅, over the texts that count and over all. */
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

  /** Boilerplate is as good an n-gram as any here. */
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
