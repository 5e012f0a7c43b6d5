import { NO_UNITS, TokenTable, withUnit } from './token-table.ts';

const WORD_OR_MARK = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;

/**
 * The text's words and single marks, in lower case: `\w+|[^\w\s]` with Unicode letters and numbers. Returns an empty list
 * for an empty string.
 */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(WORD_OR_MARK) ?? [];
}

/**
 * Matches code units whose kind or lower case depends on their neighbors: surrogates, a capital letter whose lower case
 * is two units, and sigma, which has another form at the end of a word.
 */
const UNSURE = /[\uD800-\uDFFFİΣ]/;

/** The kind of any other UTF-16 code unit; 0 until the unit is first seen. */
const SPACE = 1;
const MARK = 2;
const WORD = 3;

const TOKENS_TOGETHER = 2 ** 16;

/**
 * Assigns every distinct token a number, from 0 in order of first appearance. One vocabulary serves both sides of a suite.
 */
export class Vocabulary {
  readonly #table = new TokenTable();
  /** The kind and the lower case of each code unit, filled in when the unit is first seen. */
  readonly #kinds = new Uint8Array(0x10000);
  readonly #lower = new Uint16Array(0x10000);
  /** The word being read, in lower case. */
  #word = new Uint16Array(0);
  /**
   * A buffer for the tokens of many texts, one after the other; allocating an array per text would take longer than
   * reading the text.
   */
  #tokens = new Int32Array(0);
  #used = 0;

  get size(): number {
    return this.#table.size;
  }

  /** The numbers of the tokens that `tokensOf` returns for the text. */
  encode(text: string): Int32Array {
    if (UNSURE.test(text)) return Int32Array.from(tokensOf(text), (token) => this.#numberOfString(token));
    return this.#readUnits(text);
  }

  #readUnits(text: string): Int32Array {
    this.#reserve(text.length);
    const table = this.#table;
    const kinds = this.#kinds;
    const lower = this.#lower;
    const word = this.#word;
    const tokens = this.#tokens;
    const first = this.#used;
    let end = first;
    for (let place = 0; place < text.length;) {
      let unit = text.charCodeAt(place);
      let kind = kinds[unit] || this.#learn(unit);
      place += 1;
      if (kind === SPACE) continue;
      let length = 0;
      let hash = NO_UNITS;
      for (;;) {
        const small = lower[unit] ?? 0;
        word[length] = small;
        length += 1;
        hash = withUnit(hash, small);
        if (kind === MARK || place === text.length) break;
        unit = text.charCodeAt(place);
        kind = kinds[unit] || this.#learn(unit);
        if (kind !== WORD) break;
        place += 1;
      }
      tokens[end] = table.numberOf(word, length, hash);
      end += 1;
    }
    this.#used = end;
    return tokens.subarray(first, end);
  }

  /** Makes room for as many tokens as the text has units, and for a token as long as the text. */
  #reserve(length: number): void {
    if (length > this.#word.length) this.#word = new Uint16Array(2 * length);
    if (this.#used + length <= this.#tokens.length) return;
    this.#tokens = new Int32Array(Math.max(length, TOKENS_TOGETHER));
    this.#used = 0;
  }

  #numberOfString(token: string): number {
    const units = Uint16Array.from({ length: token.length }, (_, place) => token.charCodeAt(place));
    return this.#table.numberOf(units, units.length, units.reduce(withUnit, NO_UNITS));
  }

  #learn(unit: number): number {
    const character = String.fromCharCode(unit);
    const kind = kindOf(character);
    this.#kinds[unit] = kind;
    const lower = character.toLowerCase().charCodeAt(0);
    this.#lower[unit] = lower;
    return kind;
  }
}

function kindOf(character: string): number {
  const lower = character.toLowerCase();
  if (/\s/u.test(lower)) return SPACE;
  return /[\p{L}\p{N}_]/u.test(lower) ? WORD : MARK;
}
