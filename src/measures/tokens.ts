const WORD_OR_MARK = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;

/** Words and single marks of a text, lower-cased: `\w+|[^\w\s]` with Unicode letters and numbers. Empty text: none. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(WORD_OR_MARK) ?? [];
}

/** Gives every distinct token a number from 0, in order of first sight. One vocabulary serves both sides of a suite. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  encode(text: string): Int32Array {
    const tokens = tokensOf(text);
    const encoded = new Int32Array(tokens.length);
    tokens.forEach((token, place) => {
      let number = this.#numbers.get(token);
      if (number === undefined) {
        number = this.#numbers.size;
        this.#numbers.set(token, number);
      }
      encoded[place] = number;
    });
    return encoded;
  }
}
