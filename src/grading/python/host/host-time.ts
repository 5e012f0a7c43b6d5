import { createHash } from 'node:crypto';
import type { HostMemory } from './host-memory.ts';

/** The time at which every run begins, in nanoseconds: the first moment of 2026, UTC. */
const BEGINNING = 1_767_225_600_000_000_000n;

/**
 * How far the clock advances on each reading, in nanoseconds. Because of these steps, a program that polls the clock in
 * order to wait does not wait long.
 */
const TICK = 100_000n;

const SEED = 0x9e3779b9;

/** Length of a digest in bytes. */
const DIGEST_BYTES = 32;

/** A clock that advances only when it is read, a calendar in UTC, and pseudo-random bytes: the same in every run. */
export class HostTime {
  readonly #memory: HostMemory;
  #now = BEGINNING;
  #random = SEED;
  /** The secret without which the random bytes cannot be predicted; undefined if the bytes may be predictable. */
  #secret: string | undefined;
  #drawn = 0;

  constructor(memory: HostMemory) {
    this.#memory = memory;
  }

  /** @param secret seeds the random bytes; if absent, they are the same in every run. */
  reset(secret?: string): void {
    this.#now = BEGINNING;
    this.#random = SEED;
    this.#secret = secret;
    this.#drawn = 0;
  }

  /** The time and random functions that the interpreter imports. */
  functions() {
    const writeTime = (seconds: bigint, result: number): void => this.#writeTime(Number(seconds), result);
    const readTime = (time: number): bigint => this.#readTime(time);
    return {
      clock_res_get: (_clock: number, result: number): number => {
        this.#memory.setLong(result, TICK);
        return 0;
      },
      clock_time_get: (_clock: number, _precision: bigint, result: number): number => {
        this.#memory.setLong(result, this.#tick());
        return 0;
      },
      emscripten_date_now: () => Number(this.#tick() / 1_000_000n),
      emscripten_get_now: () => Number(this.#tick() / 1_000n) / 1_000,
      _tzset_js: (zone: number, daylight: number, standard: number, summer: number): void => {
        for (const number of [zone, daylight]) this.#memory.setNumber(number, 0);
        for (const name of [standard, summer]) this.#memory.bytes(name, 4).set([85, 84, 67, 0]);
      },
      _gmtime_js: writeTime,
      _localtime_js: writeTime,
      _timegm_js: readTime,
      _mktime_js: readTime,
      random_get: (result: number, size: number): number => {
        const bytes = this.#memory.bytes(result, size);
        if (this.#secret === undefined) {
          for (let place = 0; place < bytes.length; place += 1) bytes[place] = this.#nextByte();
        } else {
          for (let place = 0; place < bytes.length; place += DIGEST_BYTES) {
            this.#drawn += 1;
            const digest = createHash('sha256').update(`${this.#drawn} ${this.#secret}`).digest();
            bytes.set(digest.subarray(0, bytes.length - place), place);
          }
        }
        return 0;
      },
    };
  }

  #tick(): bigint {
    this.#now += TICK;
    return this.#now;
  }

  /** The upper byte of a linear congruential generator's next value. */
  #nextByte(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#random >>> 24;
  }

  /** Writes a time as C's `struct tm`. */
  #writeTime(seconds: number, result: number): void {
    const date = new Date(seconds * 1000);
    const year = date.getUTCFullYear();
    const values = [
      date.getUTCSeconds(),
      date.getUTCMinutes(),
      date.getUTCHours(),
      date.getUTCDate(),
      date.getUTCMonth(),
      year - 1900,
      date.getUTCDay(),
      Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000),
      0,
      0,
    ];
    values.forEach((value, place) => this.#memory.setNumber((result >>> 0) + 4 * place, value));
  }

  /** Reads C's `struct tm` as seconds since 1970; -1 if the date does not exist. */
  #readTime(time: number): bigint {
    const { view } = this.#memory;
    const part = (place: number): number => view.getInt32((time >>> 0) + 4 * place, true);
    const found = Date.UTC(part(5) + 1900, part(4), part(3), part(2), part(1), part(0));
    return Number.isNaN(found) ? -1n : BigInt(found / 1000);
  }
}
