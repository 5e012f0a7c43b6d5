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
  const ngrams = new ItemNgrams();
  ngrams.read(
    texts,
    texts.map(() => true),
  );
  return Array.from({ length: LONGEST_NGRAM }, () => ngrams.next(boilerplate).dissimilarity);
}

/**
 * The n-grams of one side's texts of an item, by growing n. They are numbered within these texts: an n-gram is the pair of its
 * first n − 1 tokens' number and its last token. Numbering is what costs time, so all that is asked of the n-grams is told from
 * one. The memory is kept from item to item.
 */
export class ItemNgrams {
  #n = 0;
  /** Where each text begins in the three arrays that follow; one more for the end. */
  #starts: number[] = [0];
  #counts: readonly boolean[] = [];
  #tokens = new Int32Array(0);
  /** At each place: number of the n-gram that begins there. */
  #grams = new Int32Array(0);
  /** The n-grams of one text that are features. */
  #features = new Int32Array(0);
  readonly #numbers = new PairNumbers();
  /** By number of an n-gram, and of the (n − 1)-gram before it: its number among the boilerplate. */
  #common = new Int32Array(0);
  #commonBefore = new Int32Array(0);
  /** By number of an n-gram: Σ 1/√(features of a text) over all texts that hold it, and over those that count. */
  #sums = new Float64Array(0);
  #sumsOfCounting = new Float64Array(0);
  /** By number of an n-gram: how many of the texts that count hold it. */
  #holders = new Int32Array(0);
  /** The n-grams of the texts that count in the order in which these show them: the order in which they are summed. */
  #shown = new Int32Array(0);
  /** By number of an n-gram: the text that held it last, counted over everything ever read. */
  #lastHeldBy = new Int32Array(0);
  #textsRead = 0;

  /** Begins with an item's texts; what comes next is told of single tokens. `counts` says which of them count. */
  read(texts: readonly Int32Array[], counts: readonly boolean[]): void {
    this.#n = 0;
    this.#counts = counts;
    this.#starts = [0];
    let length = 0;
    for (const text of texts) {
      length += text.length;
      this.#starts.push(length);
    }
    if (length > this.#tokens.length) this.#reserve(2 * length);
    texts.forEach((text, place) => this.#tokens.set(text, this.#starts[place]));
  }

  /** What is to be told of the next n, from 1 on. */
  next(boilerplate: Boilerplate): NgramValues {
    this.#n += 1;
    this.#numbers.clear();
    [this.#common, this.#commonBefore] = [this.#commonBefore, this.#common];
    const all = { texts: 0, withoutFeatures: 0 };
    const counting = { texts: 0, withoutFeatures: 0, ngrams: 0, shown: 0 };
    for (let text = 0; text + 1 < this.#starts.length; text += 1) {
      const start = this.#starts[text] ?? 0;
      const end = (this.#starts[text + 1] ?? 0) - this.#n + 1;
      if (end <= start) continue;
      const counts = this.#counts[text] === true;
      const features = this.#lengthen({ start, end, boilerplate, counts, shown: counting.shown });
      const isEmpty = features.features === 0;
      all.texts += 1;
      if (isEmpty) all.withoutFeatures += 1;
      if (!counts) continue;
      counting.texts += 1;
      if (isEmpty) counting.withoutFeatures += 1;
      counting.ngrams += end - start;
      counting.shown = features.shown;
    }
    return {
      dissimilarity: meanPairwiseDissimilarity(this.#squaresOfCounting(counting), counting.texts),
      dissimilarityOfAll: meanPairwiseDissimilarity(this.#squares(all), all.texts),
      distinctShare: this.#distinctShare(counting),
    };
  }

  /** Makes n-grams of the (n−1)-grams of one text; says how many features it has, and how many n-grams those that count have shown. */
  #lengthen({
    start,
    end,
    boilerplate,
    counts,
    shown,
  }: {
    readonly start: number;
    readonly end: number;
    readonly boilerplate: Boilerplate;
    readonly counts: boolean;
    readonly shown: number;
  }): { readonly features: number; readonly shown: number } {
    const tokens = this.#tokens;
    const grams = this.#grams;
    const common = this.#common;
    const numbers = this.#numbers;
    const lastHeldBy = this.#lastHeldBy;
    const holders = this.#holders;
    const features = this.#features;
    const n = this.#n;
    this.#textsRead += 1;
    const text = this.#textsRead;
    let found = 0;
    let seen = shown;
    for (let place = start; place < end; place += 1) {
      const token = tokens[place + n - 1] ?? 0;
      const known = numbers.size;
      const prefix = n === 1 ? 0 : (grams[place] ?? 0);
      const gram = numbers.numberOf(prefix, token);
      grams[place] = gram;
      if (gram === known) {
        common[gram] =
          n === 1
            ? boilerplate.ofToken(token)
            : boilerplate.extended(this.#commonBefore[prefix] ?? NOT_BOILERPLATE, token, n);
        this.#sums[gram] = 0;
        this.#sumsOfCounting[gram] = 0;
        holders[gram] = 0;
      } else if (lastHeldBy[gram] === text) continue;
      lastHeldBy[gram] = text;
      if (counts) {
        if (holders[gram] === 0) {
          this.#shown[seen] = gram;
          seen += 1;
        }
        holders[gram] = (holders[gram] ?? 0) + 1;
      }
      if (common[gram] !== NOT_BOILERPLATE) continue;
      features[found] = gram;
      found += 1;
    }
    const weight = 1 / Math.sqrt(found);
    const sums = this.#sums;
    for (let place = 0; place < found; place += 1) {
      const gram = features[place] ?? 0;
      sums[gram] = (sums[gram] ?? 0) + weight;
    }
    if (counts) {
      const sumsOfCounting = this.#sumsOfCounting;
      for (let place = 0; place < found; place += 1) {
        const gram = features[place] ?? 0;
        sumsOfCounting[gram] = (sumsOfCounting[gram] ?? 0) + weight;
      }
    }
    return { features: found, shown: seen };
  }

  #squares({ withoutFeatures }: { readonly withoutFeatures: number }): number {
    let squares = withoutFeatures * withoutFeatures;
    for (let gram = 0; gram < this.#numbers.size; gram += 1) {
      const sum = this.#sums[gram] ?? 0;
      squares += sum * sum;
    }
    return squares;
  }

  #squaresOfCounting({
    withoutFeatures,
    shown,
  }: {
    readonly withoutFeatures: number;
    readonly shown: number;
  }): number {
    let squares = withoutFeatures * withoutFeatures;
    for (let place = 0; place < shown; place += 1) {
      const sum = this.#sumsOfCounting[this.#shown[place] ?? 0] ?? 0;
      squares += sum * sum;
    }
    return squares;
  }

  /** Boilerplate is as good an n-gram as any here. */
  #distinctShare({
    texts,
    ngrams,
    shown,
  }: {
    readonly texts: number;
    readonly ngrams: number;
    readonly shown: number;
  }): number | undefined {
    if (texts < RAREFIED_TO) return undefined;
    const featuresHeldBy = new Float64Array(texts + 1);
    for (let place = 0; place < shown; place += 1) {
      const holders = this.#holders[this.#shown[place] ?? 0] ?? 0;
      featuresHeldBy[holders] = (featuresHeldBy[holders] ?? 0) + 1;
    }
    return expectedDistinct(featuresHeldBy, texts) / ((RAREFIED_TO * ngrams) / texts);
  }

  #reserve(tokens: number): void {
    this.#tokens = new Int32Array(tokens);
    this.#grams = new Int32Array(tokens);
    this.#features = new Int32Array(tokens);
    this.#common = new Int32Array(tokens);
    this.#commonBefore = new Int32Array(tokens);
    this.#sums = new Float64Array(tokens);
    this.#sumsOfCounting = new Float64Array(tokens);
    this.#holders = new Int32Array(tokens);
    this.#shown = new Int32Array(tokens);
    this.#lastHeldBy = new Int32Array(tokens);
  }
}
