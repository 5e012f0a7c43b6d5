import { resized } from './resized.ts';

const FREE = -1;
const LEAST_TOKENS = 512;

/**
 * Numbers tokens from 0 in order of first appearance. A token is given as a range of UTF-16 code units, so that no string
 * needs to be created for it. The hash table uses open addressing over flat arrays and is at most half full.
 */
export class TokenTable {
  #size = 0;
  /** Number of the token in each slot, or FREE. */
  #slots = new Int32Array(2 * LEAST_TOKENS).fill(FREE);
  #hashes = new Int32Array(LEAST_TOKENS);
  /** For each token, the index of its first unit in `#units`. Its units end where those of the next token begin. */
  #starts = new Int32Array(LEAST_TOKENS);
  /** The units of all tokens, one after the other. */
  #units = new Uint16Array(8 * LEAST_TOKENS);

  get size(): number {
    return this.#size;
  }

  /**
   * The number of the token that consists of the first `length` code units in `units` and has the hash `hash`. Assigns
   * the next number to an unknown token.
   */
  numberOf(units: Uint16Array, length: number, hash: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = (hash ^ (hash >>> 16)) & last;
    for (;;) {
      const number = slots[slot] ?? FREE;
      if (number === FREE) break;
      if (this.#hashes[number] === hash && this.#equals(number, units, length)) return number;
      slot = (slot + 1) & last;
    }
    return this.#add(units.subarray(0, length), slot, hash);
  }

  #equals(number: number, units: Uint16Array, length: number): boolean {
    const known = this.#units;
    const from = this.#starts[number] ?? 0;
    if ((this.#starts[number + 1] ?? 0) - from !== length) return false;
    for (let place = 0; place < length; place += 1) {
      if (known[from + place] !== units[place]) return false;
    }
    return true;
  }

  #add(token: Uint16Array, slot: number, hash: number): number {
    const number = this.#size;
    const start = this.#starts[number] ?? 0;
    while (start + token.length > this.#units.length) this.#growUnits();
    this.#units.set(token, start);
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    this.#size += 1;
    if (2 * this.#size === this.#slots.length) this.#growSlots();
    this.#starts[this.#size] = start + token.length;
    return number;
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(FREE);
    const last = slots.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      const hash = this.#hashes[number] ?? 0;
      let slot = (hash ^ (hash >>> 16)) & last;
      while (slots[slot] !== FREE) slot = (slot + 1) & last;
      slots[slot] = number;
    }
    this.#slots = slots;
    this.#hashes = resized(this.#hashes, slots.length / 2);
    this.#starts = resized(this.#starts, slots.length / 2);
  }

  #growUnits(): void {
    const longer = new Uint16Array(2 * this.#units.length);
    longer.set(this.#units);
    this.#units = longer;
  }
}

/** The hash of the empty token. */
export const NO_UNITS = 0;

/** The hash of a token after appending one unit. */
export function withUnit(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x01000193);
  return mixed ^ (mixed >>> 15);
}
