import { resized } from './resized.ts';

const FREE = -1;
const LEAST_TOKENS = 512;

/**
 * Numbers tokens from 0 in order of first sight. A token is spelled unit by unit (UTF-16), so that no string is made of
 * it. A hash table with open addressing over flat arrays, at most half full.
 */
export class TokenTable {
  #size = 0;
  /** Number of the token in each slot, or FREE. */
  #slots = new Int32Array(2 * LEAST_TOKENS).fill(FREE);
  #hashes = new Int32Array(LEAST_TOKENS);
  /** By number: where the token's units begin; they end where the next token's begin. */
  #starts = new Int32Array(LEAST_TOKENS);
  /** The units of all tokens, and after them those of the token that is being spelled. */
  #units = new Uint16Array(8 * LEAST_TOKENS);
  #end = 0;
  #hash = 0;

  get size(): number {
    return this.#size;
  }

  /** Spells one more unit. */
  spell(unit: number): void {
    if (this.#end === this.#units.length) this.#growUnits();
    this.#units[this.#end] = unit;
    this.#end += 1;
    this.#hash = Math.imul(this.#hash ^ unit, 0x01000193) ^ (this.#hash >>> 15);
  }

  /** The number of the token that was spelled; a new one where it has none. The next unit begins another token. */
  numberOfSpelled(): number {
    const hash = this.#hash;
    const start = this.#starts[this.#size] ?? 0;
    const last = this.#slots.length - 1;
    this.#hash = 0;
    for (let slot = (hash ^ (hash >>> 16)) & last; ; slot = (slot + 1) & last) {
      const number = this.#slots[slot] ?? FREE;
      if (number === FREE) return this.#add(slot, hash);
      if (this.#hashes[number] === hash && this.#isSpelled(number, start)) {
        this.#end = start;
        return number;
      }
    }
  }

  #isSpelled(number: number, start: number): boolean {
    const other = this.#starts[number] ?? 0;
    const length = (this.#starts[number + 1] ?? 0) - other;
    if (this.#end - start !== length) return false;
    for (let place = 0; place < length; place += 1) {
      if (this.#units[start + place] !== this.#units[other + place]) return false;
    }
    return true;
  }

  #add(slot: number, hash: number): number {
    const number = this.#size;
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    this.#size += 1;
    if (2 * this.#size === this.#slots.length) this.#growSlots();
    this.#starts[this.#size] = this.#end;
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
