import { TokenTable } from './token-table.ts';

const WORD_OR_MARK = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;

/** Words and single marks of a text, lower-cased: `\w+|[^\w\s]` with Unicode letters and numbers. Empty text: none. */
export function tokensOf(text: string): string[] {
  return text.toLowerCase().match(WORD_OR_MARK) ?? [];
}

/** What a UTF-16 unit is to the tokens. UNSURE: only with the units around it can it be told or lower-cased. */
const UNKNOWN = 0;
const SPACE = 1;
const MARK = 2;
const WORD = 3;
const UNSURE = 4;

const TOKENS_TOGETHER = 2 ** 16;

/** Gives every distinct token a number from 0, in order of first sight. One vocabulary serves both sides of a suite. */
export class Vocabulary {
  readonly #table = new TokenTable();
  /** By unit, found out when it is first met: what it is, and its lower case. */
  readonly #kinds = new Uint8Array(0x10000);
  readonly #lower = new Uint16Array(0x10000);
  /** The text that is being read, in lower case. */
  #units = new Uint16Array(0);
  /** The tokens of many texts, one after the other: an array for each text alone costs more than to read it. */
  #tokens = new Int32Array(0);
  #used = 0;

  get size(): number {
    return this.#table.size;
  }

  /** The numbers of a text's tokens, those of `tokensOf`. */
  encode(text: string): Int32Array {
    if (this.#lowerCase(text)) return this.#readUnits(text.length);
    return Int32Array.from(tokensOf(text), (token) => this.#numberOfString(token));
  }

  /** Puts a text's units in lower case; false where that cannot be done unit by unit. */
  #lowerCase(text: string): boolean {
    if (text.length > this.#units.length) this.#units = new Uint16Array(2 * text.length);
    const units = this.#units;
    const kinds = this.#kinds;
    const lower = this.#lower;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      let kind = kinds[unit];
      if (kind === UNKNOWN) kind = this.#learn(unit);
      if (kind === UNSURE) return false;
      units[place] = lower[unit] ?? 0;
    }
    return true;
  }

  /** Cuts the lower-cased units into tokens. */
  #readUnits(length: number): Int32Array {
    if (this.#used + length > this.#tokens.length) {
      this.#tokens = new Int32Array(Math.max(length, TOKENS_TOGETHER));
      this.#used = 0;
    }
    const units = this.#units;
    const kinds = this.#kinds;
    const tokens = this.#tokens;
    const first = this.#used;
    let end = first;
    for (let place = 0; place < length;) {
      const start = place;
      const kind = kinds[units[place] ?? 0];
      place += 1;
      if (kind === SPACE) continue;
      if (kind === WORD) while (place < length && kinds[units[place] ?? 0] === WORD) place += 1;
      tokens[end] = this.#table.numberOf(units, start, place);
      end += 1;
    }
    this.#used = end;
    return tokens.subarray(first, end);
  }

  #numberOfString(token: string): number {
    const units = Uint16Array.from({ length: token.length }, (_, place) => token.charCodeAt(place));
    return this.#table.numberOf(units, 0, units.length);
  }

  #learn(unit: number): number {
    const character = String.fromCharCode(unit);
    const kind = kindOf(character);
    this.#kinds[unit] = kind;
    const lower = character.toLowerCase().charCodeAt(0);
    this.#lower[unit] = lower;
    if (this.#kinds[lower] === UNKNOWN) this.#learn(lower);
    return kind;
  }
}

function kindOf(character: string): number {
  const lower = character.toLowerCase();
  // Half of a character beyond the first plane; a capital that becomes two; a sigma, which ends words otherwise.
  if (/\p{Surrogate}/u.test(character) || lower.length > 1 || character === 'Σ') return UNSURE;
  if (/\s/u.test(lower)) return SPACE;
  return /[\p{L}\p{N}_]/u.test(lower) ? WORD : MARK;
}
