import { resized } from './resized.ts';

/** Stands for a pair that has no number. */
export const NO_NUMBER = -1;

const LEAST_SLOTS = 64;

/**
 * Numbers pairs of whole numbers (32 bits) from 0 in order of first sight: an n-gram is the pair of the number of its
 * first n − 1 tokens and its last token. A hash table with open addressing over flat arrays, at most half full: constant
 * expected time a pair. Emptied, it keeps its memory for the next filling.
 */
export class PairNumbers {
  /** The number that stands in each slot, or NO_NUMBER. */
  #slots = new Int32Array(LEAST_SLOTS).fill(NO_NUMBER);
  /** First and second of each pair, side by side, by number. */
  #pairs = new Int32Array(LEAST_SLOTS);
  /** By number: the slot that holds it. */
  #slotOf = new Int32Array(LEAST_SLOTS / 2);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Forgets all pairs, in time proportional to their number. */
  clear(): void {
    for (let number = 0; number < this.#size; number += 1) this.#slots[this.#slotOf[number] ?? 0] = NO_NUMBER;
    this.#size = 0;
  }

  /** The pair's number; a new one where it has none. */
  numberOf(first: number, second: number): number {
    const slot = this.#seek(first, second);
    const known = this.#slots[slot] ?? NO_NUMBER;
    if (known !== NO_NUMBER) return known;
    const number = this.#size;
    this.#slots[slot] = number;
    this.#pairs[2 * number] = first;
    this.#pairs[2 * number + 1] = second;
    this.#slotOf[number] = slot;
    this.#size += 1;
    if (2 * this.#size === this.#slots.length) this.#grow();
    return number;
  }

  /**
   * Numbers many pairs at once, which is faster: of what stands at a place of `firsts` and `offset` places further in `seconds`, up to
   * place `end` of these. The number takes the place of the first.
   */
  numberAll(
    firsts: Int32Array,
    seconds: Int32Array,
    { offset, end }: { readonly offset: number; readonly end: number },
  ): void {
    while (2 * (this.#size + end) > this.#slots.length) this.#grow();
    const slots = this.#slots;
    const pairs = this.#pairs;
    const slotOf = this.#slotOf;
    const last = slots.length - 1;
    let size = this.#size;
    for (let place = 0; place + offset < end; place += 1) {
      const first = firsts[place] ?? 0;
      const second = seconds[place + offset] ?? 0;
      let slot = hashOf(first, second) & last;
      let number = slots[slot] ?? NO_NUMBER;
      while (number !== NO_NUMBER && (pairs[2 * number] !== first || pairs[2 * number + 1] !== second)) {
        slot = (slot + 1) & last;
        number = slots[slot] ?? NO_NUMBER;
      }
      if (number === NO_NUMBER) {
        number = size;
        slots[slot] = number;
        pairs[2 * number] = first;
        pairs[2 * number + 1] = second;
        slotOf[number] = slot;
        size += 1;
      }
      firsts[place] = number;
    }
    this.#size = size;
  }

  /** The pair's number, or NO_NUMBER. */
  find(first: number, second: number): number {
    return this.#slots[this.#seek(first, second)] ?? NO_NUMBER;
  }

  /** Visits every pair in the order of numbers. */
  forEach(visit: (first: number, second: number, number: number) => void): void {
    for (let number = 0; number < this.#size; number += 1) {
      visit(this.#pairs[2 * number] ?? 0, this.#pairs[2 * number + 1] ?? 0, number);
    }
  }

  /** The slot that holds the pair, or else the free one where it belongs. */
  #seek(first: number, second: number): number {
    const slots = this.#slots;
    const pairs = this.#pairs;
    const last = slots.length - 1;
    let slot = hashOf(first, second) & last;
    for (;;) {
      const number = slots[slot] ?? NO_NUMBER;
      if (number === NO_NUMBER) return slot;
      if (pairs[2 * number] === first && pairs[2 * number + 1] === second) return slot;
      slot = (slot + 1) & last;
    }
  }

  #grow(): void {
    const slots = 2 * this.#slots.length;
    this.#slots = new Int32Array(slots).fill(NO_NUMBER);
    this.#pairs = resized(this.#pairs, slots);
    this.#slotOf = new Int32Array(slots / 2);
    this.forEach((first, second, number) => {
      const slot = this.#seek(first, second);
      this.#slots[slot] = number;
      this.#slotOf[number] = slot;
    });
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15);
}
