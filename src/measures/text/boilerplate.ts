import { NO_NUMBER, PairNumbers } from './pair-numbers.ts';
import { resized } from './resized.ts';

/** Length of the longest n-grams that are compared. */
export const LONGEST_NGRAM = 4;

/** An n-gram is boilerplate if it occurs in more than this share of a side's items. */
const BOILERPLATE_SHARE = 0.5;

/** Marks an n-gram that is not boilerplate. */
export const NOT_BOILERPLATE = NO_NUMBER;

/** One side's encoded samples, as one list of texts per item. */
export type EncodedSide = readonly (readonly Int32Array[])[];

/**
 * N-grams that occur in more than half of a suite's items on either side, for example because they belong to a fixed
 * preamble or format, or consist of function words. Such n-grams distinguish formats, not solutions, so syntactic
 * diversity ignores them (method.md, section "Diversity").
 *
 * An n-gram can occur in more than half of the items only if both of its (n−1)-grams do, so only such candidates are
 * counted. Memory use is proportional to the number of frequent n-grams, not to the amount of text.
 */
export class Boilerplate {
  /**
   * The entry at index n − 2 maps the number of an (n−1)-gram and the number of the next token to the number of the
   * n-gram.
   */
  readonly #longer: PairNumbers[] = [];
  /** For each token, its index among the boilerplate tokens, or NOT_BOILERPLATE. */
  readonly #single: Int32Array;
  /** Number of boilerplate tokens. */
  readonly #singles: number;

  constructor(sides: readonly EncodedSide[], vocabularySize: number) {
    const { numbers, found } = frequentTokens(sides, vocabularySize);
    this.#single = numbers;
    this.#singles = found;
    for (let n = 2; n <= LONGEST_NGRAM; n += 1) this.#longer.push(this.#frequent(sides, n));
  }

  /** Number of different tokens on all sides together. */
  get vocabularySize(): number {
    return this.#single.length;
  }

  /** The token's index among the boilerplate tokens, or NOT_BOILERPLATE. */
  ofToken(token: number): number {
    return this.#single[token] ?? NOT_BOILERPLATE;
  }

  /**
   * The number of the n-gram that consists of an (n−1)-gram and the token after it, or NOT_BOILERPLATE. Both
   * arguments are numbers assigned by this class.
   */
  extended(prefix: number, last: number, n: number): number {
    if (prefix === NOT_BOILERPLATE || last === NOT_BOILERPLATE) return NOT_BOILERPLATE;
    return this.#longer[n - 2]?.find(prefix, last) ?? NOT_BOILERPLATE;
  }

  /** Numbers the n-grams that occur in more than half of the items of at least one side. */
  #frequent(sides: readonly EncodedSide[], n: number): PairNumbers {
    const bounds = { firsts: this.#longer.at(-1)?.size ?? this.#singles, seconds: this.#singles };
    const found = new PairNumbers(bounds);
    for (const items of sides) {
      const candidates = new PairNumbers(bounds);
      const counts = new ItemCounts(0);
      items.forEach((texts, item) => {
        for (const text of texts) this.#countCandidates(text, n, { item, candidates, counts });
      });
      candidates.forEach((prefix, token, candidate) => {
        if (isFrequent(counts.of(candidate), items)) found.numberOf(prefix, token);
      });
    }
    return found;
  }

  /** Counts the text's n-grams whose first n − 1 tokens and last token are boilerplate. */
  #countCandidates(
    text: Int32Array,
    n: number,
    seen: { readonly item: number; readonly candidates: PairNumbers; readonly counts: ItemCounts },
  ): void {
    const single = this.#single;
    const longer = this.#longer;
    const { item, candidates, counts } = seen;
    /** Length of the run of boilerplate tokens that ends at the current token. */
    let inARow = 0;
    for (let end = 0; end < text.length; end += 1) {
      const last = single[text[end] ?? 0] ?? NOT_BOILERPLATE;
      inARow = last === NOT_BOILERPLATE ? 0 : inARow + 1;
      if (inARow < n) continue;
      const start = end - n + 1;
      let prefix = single[text[start] ?? 0] ?? NOT_BOILERPLATE;
      for (let length = 2; length < n && prefix !== NOT_BOILERPLATE; length += 1) {
        prefix =
          longer[length - 2]?.find(prefix, single[text[start + length - 1] ?? 0] ?? 0) ?? NOT_BOILERPLATE;
      }
      if (prefix !== NOT_BOILERPLATE) counts.see(candidates.numberOf(prefix, last), item);
    }
  }
}

/** For each token, its index among the tokens that occur in more than half of a side's items, or NOT_BOILERPLATE. */
function frequentTokens(
  sides: readonly EncodedSide[],
  vocabularySize: number,
): { readonly numbers: Int32Array; readonly found: number } {
  const numbers = new Int32Array(vocabularySize).fill(NOT_BOILERPLATE);
  let found = 0;
  for (const items of sides) {
    const counts = new ItemCounts(vocabularySize);
    items.forEach((texts, item) => {
      for (const text of texts) {
        for (let place = 0; place < text.length; place += 1) counts.see(text[place] ?? 0, item);
      }
    });
    for (let token = 0; token < vocabularySize; token += 1) {
      if (numbers[token] !== NOT_BOILERPLATE || !isFrequent(counts.of(token), items)) continue;
      numbers[token] = found;
      found += 1;
    }
  }
  return { numbers, found };
}

function isFrequent(itemsWith: number, items: EncodedSide): boolean {
  return itemsWith > BOILERPLATE_SHARE * items.length;
}

/** For each number, counts the items in which it occurs. Items must be visited one after the other. */
class ItemCounts {
  #counts: Int32Array;
  /** For each number, one more than the index of the last item in which it occurred. */
  #seenLast: Int32Array;

  /** Numbers below `expected` need no further allocation. */
  constructor(expected: number) {
    this.#counts = new Int32Array(expected);
    this.#seenLast = new Int32Array(expected);
  }

  see(number: number, item: number): void {
    if (number >= this.#counts.length) this.#grow(number);
    if (this.#seenLast[number] === item + 1) return;
    this.#seenLast[number] = item + 1;
    this.#counts[number] = this.of(number) + 1;
  }

  of(number: number): number {
    return this.#counts[number] ?? 0;
  }

  #grow(number: number): void {
    const length = Math.max(64, 2 * number);
    this.#counts = resized(this.#counts, length);
    this.#seenLast = resized(this.#seenLast, length);
  }
}
