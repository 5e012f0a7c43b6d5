import { resized } from './resized.ts';
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

/** Gives every distinct token a number from 0, in order of first sight. One vocabulary serves both sides of a suite. */
export class Vocabulary {
  readonly #table = new TokenTable();
  /** By unit, found out when it is first met: what it is, and its lower case. */
  readonly #kinds = new Uint8Array(0x10000);
  readonly #lower = new Uint16Array(0x10000);
  /** The tokens of the text that is being read. */
  #tokens = new Int32Array(256);

  get size(): number {
    return this.#table.size;
  }

  /** The numbers of a text's tokens, those of `tokensOf`. */
  encode(text: string): Int32Array {
    if (text.length > this.#tokens.length) this.#tokens = new Int32Array(2 * text.length);
    return this.#tokens.slice(0, this.#isSure(text) ? this.#readUnits(text) : this.#readTokens(text));
  }

  #isSure(text: string): boolean {
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      const known = this.#kinds[unit] ?? UNKNOWN;
      if ((known === UNKNOWN ? this.#learn(unit) : known) === UNSURE) return false;
    }
    return true;
  }

  /** Unit by unit, without a string for each token. */
  #readUnits(text: string): number {
    const table = this.#table;
    let tokens = 0;
    let inWord = false;
    for (let place = 0; place < text.length; place += 1) {
      const unit = text.charCodeAt(place);
      const kind = this.#kinds[unit];
      if (kind !== WORD && inWord) {
        this.#tokens[tokens] = table.numberOfSpelled();
        tokens += 1;
      }
      inWord = kind === WORD;
      if (kind === SPACE) continue;
      table.spell(this.#lower[unit] ?? unit);
      if (kind === WORD) continue;
      this.#tokens[tokens] = table.numberOfSpelled();
      tokens += 1;
    }
    if (inWord) {
      this.#tokens[tokens] = table.numberOfSpelled();
      tokens += 1;
    }
    return tokens;
  }

  #readTokens(text: string): number {
    const tokens = tokensOf(text);
    if (tokens.length > this.#tokens.length) this.#tokens = resized(this.#tokens, 2 * tokens.length);
    tokens.forEach((token, place) => {
      for (let unit = 0; unit < token.length; unit += 1) this.#table.spell(token.charCodeAt(unit));
      this.#tokens[place] = this.#table.numberOfSpelled();
    });
    return tokens.length;
  }

  #learn(unit: number): number {
    const character = String.fromCharCode(unit);
    const kind = kindOf(character);
    this.#kinds[unit] = kind;
    this.#lower[unit] = character.toLowerCase().charCodeAt(0);
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
