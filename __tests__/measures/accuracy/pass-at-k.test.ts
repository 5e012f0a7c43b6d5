import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK, shareWithout } from '../../../src/measures/accuracy/pass-at-k.ts';
import { expectClose } from '../../support/close.ts';

describe('pass@k', () => {
  it('is undefined if n < k', () => {
    expect(passAtK(4, 4, 5)).toBeUndefined();
    expect(passAtK(0, 0, 1)).toBeUndefined();
  });

  it('is c/n at k = 1, and 1 if fewer than k are wrong', () => {
    expect(passAtK(7, 3, 1)).toBeCloseTo(3 / 7, 15);
    expect(passAtK(8, 5, 4)).toBe(1);
    expect(passAtK(8, 0, 8)).toBe(0);
  });

  it('rises with k and with c, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), fc.nat(), (n, a, b) => {
        const c = a % n;
        const k = 1 + (b % (n - 1));
        const value = passAtK(n, c, k) ?? Number.NaN;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(passAtK(n, c + 1, k)).toBeGreaterThanOrEqual(value);
        expect(passAtK(n, c, k + 1)).toBeGreaterThanOrEqual(value - 1e-15);
      }),
    );
  });

  it.each([...Array.from({ length: 12 }, (_, at) => at + 1), 50, 100, 200])(
    'is 1 − C(n − c, k)/C(n, k) at n = %d, with exact binomial coefficients',
    (n) => {
      const choose = (from: number, k: number): bigint =>
        Array.from({ length: k }, (_, step) => step).reduce(
          (all, step) => (all * BigInt(from - step)) / BigInt(step + 1),
          1n,
        );
      const SCALE = 10n ** 30n;
      for (const c of n <= 12 ? Array.from({ length: n + 1 }, (_, at) => at) : [0, 1, 2, 5, n / 2, n - 1, n])
        for (const k of n <= 12 ? Array.from({ length: n }, (_, at) => at + 1) : [1, 2, 8, 10, n / 2, n]) {
          const missed = (SCALE * choose(n - c, k)) / choose(n, k);
          expectClose(passAtK(n, c, k) ?? Number.NaN, Number(SCALE - missed) / Number(SCALE));
        }
    },
  );

  it('gives the chance of drawing no marked sample by either product formula', () => {
    expectClose(shareWithout(10, 3, 5), (7 * 6 * 5 * 4 * 3) / (10 * 9 * 8 * 7 * 6));
    expectClose(shareWithout(10, 5, 3), (5 * 4 * 3) / (10 * 9 * 8));
  });
});
