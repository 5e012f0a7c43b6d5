import { describe, expect, it } from 'vitest';
import type { Random } from '../../src/statistics/random.ts';
import { seededRandom } from '../../src/statistics/random.ts';

const DRAWS = 10_000;

const drawn = <Value>(draw: () => Value, count = DRAWS): Value[] => Array.from({ length: count }, draw);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const variance = (values: readonly number[]): number => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

/** The share of draws with each value. */
function sharesOf(values: readonly (number | string)[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const value of values) shares[value] = (shares[value] ?? 0) + 1 / values.length;
  return shares;
}

/** Four standard errors of a share of all draws. */
const NEAR = 4 * Math.sqrt(0.25 / DRAWS);

describe('a seeded source of randomness', () => {
  const some = (random: Random): unknown[] => [
    random.uniform(),
    random.below(1000),
    random.binomial(10, 0.3),
    random.multinomial(20, [1, 2, 1]),
    random.shuffle([1, 2, 3, 4, 5]),
  ];

  it('gives the same draws for the same seed, and others for another', () => {
    expect(some(seededRandom(7))).toEqual(some(seededRandom(7)));
    expect(some(seededRandom(8))).not.toEqual(some(seededRandom(7)));
  });

  it('gives the draws that results were made with; another generator would change every bootstrap', () => {
    const random = seededRandom(1);
    expect([random.uniform(), random.uniform()]).toEqual([0.9999999832216382, 0.8125200422980502]);
    expect(random.below(1000)).toBe(890);
    expect(random.binomial(10, 0.3)).toBe(4);
    expect(random.shuffle([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([5, 7, 1, 6, 3, 8, 4, 2]);
  });

  it('uses the lower 32 bits of a seed', () => {
    expect(some(seededRandom(2 ** 32 + 7))).toEqual(some(seededRandom(7)));
  });
});

describe('draws', () => {
  it('uniform draws fill [0, 1) evenly', () => {
    const values = drawn(seededRandom(3).uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / DRAWS));
    expect(variance(values)).toBeCloseTo(1 / 12, 2);
  });

  it('draws below a limit give each whole number from 0 to one less equally often', () => {
    const random = seededRandom(4);
    const shares = sharesOf(drawn(() => random.below(5)));
    expect(Object.keys(shares).sort()).toEqual(['0', '1', '2', '3', '4']);
    for (const share of Object.values(shares)) expect(Math.abs(share - 1 / 5)).toBeLessThan(NEAR);
    expect(random.below(1)).toBe(0);
  });

  it('binomial draws have mean np and variance np(1 − p), between 0 and n', () => {
    const random = seededRandom(5);
    const values = drawn(() => random.binomial(12, 0.3));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(12);
    expect(Math.abs(mean(values) - 3.6)).toBeLessThan(4 * Math.sqrt(2.52 / DRAWS));
    expect(variance(values)).toBeCloseTo(2.52, 0);
  });

  it('binomial draws of an impossible or certain event consume no randomness', () => {
    const random = seededRandom(6);
    expect([random.binomial(9, 0), random.binomial(9, 1), random.binomial(0, 0.5)]).toEqual([0, 9, 0]);
    expect([random.binomial(9, -0.1), random.binomial(9, 1.1)]).toEqual([0, 9]);
    expect(random.uniform()).toBe(seededRandom(6).uniform());
  });

  it('multinomial draws sum to n, with each class in proportion to its weight', () => {
    const random = seededRandom(7);
    const counts = drawn(() => random.multinomial(10, [1, 0, 3, 4]));
    for (const each of counts) expect(each.reduce((sum, count) => sum + count, 0)).toBe(10);
    const means = [0, 1, 2, 3].map((place) => mean(counts.map((each) => each[place] ?? 0)));
    expect(means[1]).toBe(0);
    expect(means[0]).toBeCloseTo(10 / 8, 1);
    expect(means[2]).toBeCloseTo(30 / 8, 1);
    expect(means[3]).toBeCloseTo(40 / 8, 1);
  });

  it('multinomial draws all fall into the only class with weight', () => {
    const random = seededRandom(8);
    expect(random.multinomial(5, [0.2])).toEqual([5]);
    expect(random.multinomial(5, [2, 0, 0])).toEqual([5, 0, 0]);
    expect(random.multinomial(5, [0, 0, 2])).toEqual([0, 0, 5]);
    expect(random.multinomial(0, [1, 1])).toEqual([0, 0]);
  });

  it('shuffling gives every order equally often, in place', () => {
    const random = seededRandom(9);
    const shares = sharesOf(drawn(() => random.shuffle(['a', 'b', 'c']).join('')));
    expect(Object.keys(shares)).toHaveLength(6);
    for (const share of Object.values(shares)) expect(Math.abs(share - 1 / 6)).toBeLessThan(NEAR);
    const array = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(random.shuffle(array)).toBe(array);
    expect(array.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(random.shuffle([])).toEqual([]);
    expect(random.shuffle([undefined, undefined, 1])).toHaveLength(3);
  });
});
