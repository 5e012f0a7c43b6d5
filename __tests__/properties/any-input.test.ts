import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { parseResult, serialiseResult } from '../../src/result/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import type { MeasureResult, Result } from '../../src/result/result.ts';
import { resultSchema } from '../../src/result/result.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import type { Policy } from '../../src/config/policy.ts';
import { ALL_OFF, points, policyWith, relative } from '../support/constructed-measures.ts';
import type { Shape } from './generated-suites.ts';
import { gradedSuites } from './generated-suites.ts';
import { resultOf } from './result-of.ts';

/** Tolerance for the rounding of a mean of numbers that all lie at the end of their range. */
const ROUNDING = 1e-9;

/** Every number anywhere in a value, with its path. */
function* numbersIn(value: unknown, path = 'result'): Generator<readonly [path: string, number: number]> {
  if (typeof value === 'number') yield [path, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* numbersIn(inner, `${path}.${key}`);
  }
}

/** The largest value that a measure can have on one side, by its definition; Infinity if it is unbounded. */
function largestOf({ unit, name }: MeasureResult, n: number): number {
  switch (unit) {
    case 'probability':
      return 1;
    case 'dissimilarity':
      return name === 'semantic' ? 2 : 1;
    case 'ways':
      return Number(name.slice('reach@'.length));
    case 'bits':
      return Math.log2(n);
    case 'ratio':
      return name.startsWith('distinct-') ? 1 : Number.POSITIVE_INFINITY;
    case 'equations':
    case 'tokens':
      return Number.POSITIVE_INFINITY;
  }
}

function expectInRange(measure: MeasureResult, n: number): void {
  const { id, old, new: candidate, change } = measure;
  if (old === null || candidate === null || change === null) {
    expect([old, candidate, change], id).toEqual([null, null, null]);
    return;
  }
  const largest = largestOf(measure, n);
  for (const value of [old, candidate]) {
    expect(value, id).toBeGreaterThanOrEqual(0);
    expect(value, id).toBeLessThanOrEqual(largest + ROUNDING);
  }
  expect(Math.abs(candidate - old - change.estimate), id).toBeLessThanOrEqual(
    ROUNDING * Math.max(1, old, candidate),
  );
  const [lower, upper] = change.interval;
  expect(lower, id).toBeLessThanOrEqual(upper);
  expect(lower, id).toBeGreaterThanOrEqual(-largest - ROUNDING);
  expect(upper, id).toBeLessThanOrEqual(largest + ROUNDING);
}

/** Checks every guarantee about a result's numbers, whatever the input. */
function expectSound(result: Result, n: number): void {
  for (const [path, value] of numbersIn(result))
    expect(Number.isFinite(value), `${path}: ${value}`).toBe(true);
  expect(() => resultSchema.parse(result)).not.toThrow();
  expect(parseResult(serialiseResult(result))).toEqual(result);
  for (const measure of result.measures) expectInRange(measure, n);
  expect(new Set(result.measures.map(({ id }) => id)).size).toBe(result.measures.length);
  for (const { curve, forecast, groups } of result.suites) {
    for (const { old, new: candidate, change } of [...curve, ...forecast, ...groups]) {
      const { estimate, interval } = change;
      expect(Math.abs(candidate - old - estimate)).toBeLessThanOrEqual(ROUNDING);
      expect(interval[0]).toBeLessThanOrEqual(interval[1]);
      expect(Math.max(...interval.map(Math.abs))).toBeLessThanOrEqual(1);
    }
    for (const side of ['old', 'new'] as const) {
      const values = [...curve, ...forecast].map((point) => point[side]);
      for (const [place, value] of values.slice(1).entries()) {
        if (place + 1 !== curve.length) expect(value).toBeGreaterThanOrEqual((values[place] ?? 0) - ROUNDING);
      }
    }
  }
  const text = renderMarkdown(result) + renderTerminal(result, { colour: true, columns: 80, unicode: true });
  expect(text).not.toMatch(/\b(?:NaN|undefined|Infinity|null)\b|∞/u);
  expect(text.isWellFormed()).toBe(true);
}

const policies: fc.Arbitrary<Policy> = fc.oneof(
  fc.constant(policyWith()),
  fc.constant(policyWith({ diversity: points(0.05), accuracy: 'off' }, { minGain: 0.01 })),
  fc.constant(policyWith({ coverage: relative(0.1), ood: relative(0.1) })),
  fc.constant(policyWith(ALL_OFF)),
);

const MANY_RUNS = 40;

function holds(shape: Shape, numRuns: number): void {
  const statuses = new Set<string>();
  fc.assert(
    fc.property(gradedSuites(shape), policies, (suites: readonly SuiteSamples[], policy) => {
      const result = resultOf(suites, policy);
      statuses.add(result.verdict.status);
      expectSound(result, shape.n);
    }),
    { numRuns },
  );
  // The few suites generated for slow cases may all have the same verdict.
  if (numRuns >= MANY_RUNS) expect(statuses.size).toBeGreaterThan(1);
}

describe('for any input, a result holds finite numbers in their ranges, parses and renders', () => {
  test('one sample per item', () => holds({ n: 1 }, 60));
  test('one item', () => holds({ n: 4, items: 1 }, 60));
  test('a few items of a few samples', () => holds({ n: 5, items: 5 }, 120));
  test('enough items to gate', () => holds({ n: 4, items: 3, copies: 40 }, 40));
  test('enough samples to forecast and to name items', () => holds({ n: 8, items: 3 }, 6));
});
