import { resized } from './resized.ts';

/** Returned for a pair without a number. */
export const NO_NUMBER = -1;

const LEAST_SLOTS = 64;

/**
 * Maximum number of possible pairs at which each pair gets its own slot. This many slots still fit into a processor's
 * cache.
 */
const MOST_OWN_SLOTS = 2 ** 18;

/** Exclusive upper bounds of the first and the second number of every pair. */
export interface PairBounds {
  readonly firsts: number;
  readonly seconds: number;
}

const UNBOUNDED: PairBounds = { firsts: Number.POSITIVE_INFINITY, seconds: Number.POSITIVE_INFINITY };

/**
 * Numbers pairs of 32-bit whole numbers from 0 in order of first appearance: an n-gram is a pair of numbers, one for its
 * first n − 1 tokens and one for its last token. Looking up a pair takes constant expected time. If few pairs are
 * possible, each has its own slot; otherwise a hash table with open addressing is used, at most half full. The slots and
 * the pairs are flat arrays that keep their memory when cleared.
 */
export class PairNumbers {
  /** The number in each slot, or NO_NUMBER. */
  #slots = new Int32Array(LEAST_SLOTS).fill(NO_NUMBER);
  /** Number of slots for each first number if every possible pair has its own slot; 0 if pairs are hashed. */
  #ownSlots = 0;
  /** Both elements of each pair, side by side, in the order of the pairs' numbers. */
  #pairs = new Int32Array(LEAST_SLOTS);
  /** The slot of each number. The array's length is the capacity for pairs. */
  #slotOf = new Int32Array(LEAST_SLOTS / 2);
  #size = 0;

  /** Pairs beyond `bounds` must not be looked up. */
  constructor(bounds: PairBounds = UNBOUNDED) {
    this.clear(bounds);
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Both elements of each pair, side by side, in the order of the pairs' numbers. Read this array before the next pair is
   * numbered.
   */
  get pairs(): Int32Array {
    return this.#pairs;
  }

  /** Forgets all pairs, in time proportional to their number. Pairs looked up from now on must be within `bounds`. */
  clear({ firsts, seconds }: PairBounds = UNBOUNDED): void {
    for (let number = 0; number < this.#size; number += 1) this.#slots[this.#slotOf[number] ?? 0] = NO_NUMBER;
    this.#size = 0;
    this.#ownSlots = firsts * seconds <= MOST_OWN_SLOTS ? seconds : 0;
    if (this.#ownSlots > 0) while (this.#slots.length < firsts * seconds) this.#growSlots();
    this.#reserve(this.#size);
  }

  /** The pair's number; a new number is assigned to an unknown pair. */
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
    if (this.#size === this.#slotOf.length) this.#reserve(this.#size + 1);
    return number;
  }

  /**
   * Numbers many pairs in one call, which is faster than numbering them one by one. Pairs each element of `firsts` with
   * the element `offset` positions further in `seconds`, up to position `end` of `seconds`, and overwrites the element
   * of `firsts` with the pair's number.
   */
  numberAll(
    firsts: Int32Array,
    seconds: Int32Array,
    { offset, end }: { readonly offset: number; readonly end: number },
  ): void {
    this.#reserve(this.#size + end);
    const slots = this.#slots;
    const pairs = this.#pairs;
    const slotOf = this.#slotOf;
    const ownSlots = this.#ownSlots;
    const last = slots.length - 1;
    let size = this.#size;
    for (let place = 0; place + offset < end; place += 1) {
      const first = firsts[place] ?? 0;
      const second = seconds[place + offset] ?? 0;
      let slot = ownSlots > 0 ? first * ownSlots + second : hashOf(first, second) & last;
      let number = slots[slot] ?? NO_NUMBER;
      if (ownSlots === 0) {
        while (number !== NO_NUMBER && (pairs[2 * number] !== first || pairs[2 * number + 1] !== second)) {
          slot = (slot + 1) & last;
          number = slots[slot] ?? NO_NUMBER;
        }
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

  /** Visits every pair in numerical order. */
  forEach(visit: (first: number, second: number, number: number) => void): void {
    for (let number = 0; number < this.#size; number += 1) {
      visit(this.#pairs[2 * number] ?? 0, this.#pairs[2 * number + 1] ?? 0, number);
    }
  }

  /** The slot that contains the pair, or the free slot where it belongs. */
  #seek(first: number, second: number): number {
    if (this.#ownSlots > 0) return first * this.#ownSlots + second;
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

  /** Makes room for this many pairs. */
  #reserve(pairs: number): void {
    while (this.#slotOf.length < pairs) {
      this.#pairs = resized(this.#pairs, 2 * this.#pairs.length);
      this.#slotOf = resized(this.#slotOf, 2 * this.#slotOf.length);
    }
    if (this.#ownSlots === 0) while (this.#slots.length < 2 * this.#slotOf.length) this.#growSlots();
  }

  #growSlots(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(NO_NUMBER);
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
