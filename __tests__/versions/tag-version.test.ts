import { describe, expect, test } from 'vitest';
import { compareVersionNumbers, tagVersion } from '../../src/versions/tag-version.ts';

describe('the version of a tag', () => {
  test.each([
    ['v1.2.3', 'v', '1.2.3', false],
    ['1.2.3', '', '1.2.3', false],
    ['v1.2.3-rc.1', 'v', '1.2.3', true],
    ['v1.2.3-1', 'v', '1.2.3', true],
    ['v1.2.3+build.5', 'v', '1.2.3', false],
    ['math-v1.2.3-beta', 'math-v', '1.2.3', true],
    ['@acme/math@2.0.0', '@acme/math@', '2.0.0', false],
    ['qwen2.5-math-v3', 'qwen2.5-math-v', '3', false],
    ['qwen2.5-math-v3.0.1', 'qwen2.5-math-v', '3.0.1', false],
    ['v4', 'v', '4', false],
    ['v4rc1', 'v', '4', true],
    ['v4.1-beta.2', 'v', '4.1', true],
    ['2026-11-04', '', '2026.11.4', false],
    ['model-2026-11-04', 'model-', '2026.11.4', false],
  ])('%s', (tag, series, numbers, isPrerelease) => {
    const found = tagVersion(tag);
    expect({ ...found, numbers: found?.numbers.join('.') }).toEqual({ series, numbers, isPrerelease });
  });

  test.each(['latest', 'v', 'release-candidate', ''])('%j names no version', (tag) => {
    expect(tagVersion(tag)).toBeUndefined();
  });

  test('takes time linear in the tag’s length', () => {
    const began = performance.now();
    for (const tag of ['1-'.repeat(20_000), `${'v1.'.repeat(20_000)}x`, `${'-'.repeat(40_000)}!`])
      tagVersion(tag);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

test('versions are compared number by number, with missing numbers as 0', () => {
  const order = (a: string, b: string): number =>
    compareVersionNumbers(a.split('.').map(BigInt), b.split('.').map(BigInt));
  expect(order('1.9.0', '1.10.0')).toBe(-1);
  expect(order('2', '1.99')).toBe(1);
  expect(order('1.2', '1.2.0')).toBe(0);
  expect(order('20261104', '99999999999999999999')).toBe(-1);
});
