import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passAtK, shareWithout } from '../../../src/measures/accuracy/pass-at-k.ts';
import { expectClose } from '../../support/close.ts';

const vectors = new URL('../../../../shared/data/vectors/passk-closed-form.json', import.meta.url);

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

  it('is 1 − C(n − c, k)/C(n, k), counted choice by choice', () => {
    const choose = (n: number, k: number): number =>
      Array.from({ length: k }, (_, step) => (n - step) / (step + 1)).reduce((all, one) => all * one, 1);
    for (let n = 1; n <= 12; n += 1)
      for (let c = 0; c <= n; c += 1)
        for (let k = 1; k <= n; k += 1)
          expectClose(passAtK(n, c, k) ?? Number.NaN, 1 - (n - c < k ? 0 : choose(n - c, k) / choose(n, k)));
  });

  it('gives the chance of drawing no marked sample by either product formula', () => {
    expectClose(shareWithout(10, 3, 5), (7 * 6 * 5 * 4 * 3) / (10 * 9 * 8 * 7 * 6));
    expectClose(shareWithout(10, 5, 3), (5 * 4 * 3) / (10 * 9 * 8));
  });
});

describe.skipIf(!existsSync(vectors))('pass@k on reference vectors (skipped if the data are absent)', () => {
  const cases = existsSync(vectors)
    ? (JSON.parse(readFileSync(vectors, 'utf8')) as { n: number; c: number; k: number; pass: number }[])
    : [];

  it('equals every closed-form value', () => {
    expect(cases.length).toBeGreaterThan(100);
    for (const { n, c, k, pass } of cases) {
      const value = passAtK(n, c, k);
      if (k > n) expect(value).toBeUndefined();
      else expectClose(value ?? Number.NaN, pass);
    }
  });
});
