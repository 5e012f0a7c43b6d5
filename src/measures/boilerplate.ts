/** Longest n-gram that is looked at. */
export const LONGEST_NGRAM = 4;

/** Share of a side's items above which an n-gram is boilerplate. */
const BOILERPLATE_SHARE = 0.5;

/** Marks an n-gram that is not boilerplate. */
export const NOT_BOILERPLATE = -1;

/** The encoded samples of one side, one list of texts an item. */
export type EncodedSide = readonly (readonly Int32Array[])[];

/**
 * N-grams that stand in more than half of a suite's items on either side: a fixed preamble, a format, function words.
 * They tell formats apart, not solutions, and are left out of syntactic diversity (method.md, section 2).
 *
 * An n-gram can stand in more than half of the items only if both its (n−1)-grams do, so only such candidates are
 * counted: memory stays proportional to what is frequent, not to what was written.
 */
export class Boilerplate {
  /** For each n − 2: `number of the (n−1)-gram`·vocabulary + `next token` → number of the n-gram. */
  readonly #longer: Map<number, number>[] = [];
  readonly #single: Int32Array;
  readonly #vocabularySize: number;

  constructor(sides: readonly EncodedSide[], vocabularySize: number) {
    this.#vocabularySize = vocabularySize;
    this.#single = new Int32Array(vocabularySize).fill(NOT_BOILERPLATE);
    const singles = frequent(sides, (text, see) => {
      for (const token of text) see(token);
    });
    singles.forEach((token, number) => {
      this.#single[token] = number;
    });
    for (let n = 2; n <= LONGEST_NGRAM; n += 1) {
      const keys = frequent(sides, (text, see) => this.#candidates(text, n, see));
      this.#longer.push(new Map(keys.map((key, number) => [key, number])));
    }
  }

  /** Number of the single token among the boilerplate tokens, or NOT_BOILERPLATE. */
  ofToken(token: number): number {
    return this.#single[token] ?? NOT_BOILERPLATE;
  }

  /** Number of the n-gram made of a boilerplate (n−1)-gram and the token that follows, or NOT_BOILERPLATE. */
  extended(prefix: number, token: number, n: number): number {
    if (prefix === NOT_BOILERPLATE) return NOT_BOILERPLATE;
    return this.#longer[n - 2]?.get(prefix * this.#vocabularySize + token) ?? NOT_BOILERPLATE;
  }

  /** Keys of the n-grams of `text` whose first n − 1 tokens and last token are boilerplate. */
  #candidates(text: Int32Array, n: number, see: (key: number) => void): void {
    for (let start = 0; start + n <= text.length; start += 1) {
      let prefix = this.ofToken(text[start] ?? 0);
      for (let length = 2; length < n && prefix !== NOT_BOILERPLATE; length += 1) {
        prefix = this.extended(prefix, text[start + length - 1] ?? 0, length);
      }
      if (prefix === NOT_BOILERPLATE) continue;
      const last = text[start + n - 1] ?? 0;
      if (this.ofToken(last) !== NOT_BOILERPLATE) see(prefix * this.#vocabularySize + last);
    }
  }
}

/** The keys that stand in more than half of the items of at least one side, ascending. */
function frequent(
  sides: readonly EncodedSide[],
  visit: (text: Int32Array, see: (key: number) => void) => void,
): number[] {
  const found = new Set<number>();
  for (const items of sides) {
    const itemsWith = new Map<number, number>();
    const lastItem = new Map<number, number>();
    items.forEach((texts, place) => {
      for (const text of texts) {
        visit(text, (key) => {
          if (lastItem.get(key) === place) return;
          lastItem.set(key, place);
          itemsWith.set(key, (itemsWith.get(key) ?? 0) + 1);
        });
      }
    });
    for (const [key, count] of itemsWith) if (count > BOILERPLATE_SHARE * items.length) found.add(key);
  }
  return [...found].sort((a, b) => a - b);
}
