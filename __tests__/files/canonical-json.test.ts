import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, contentHash, sha256 } from '../../src/files/canonical-json.ts';

test('sorts keys at every depth, leaves out undefined members, and keeps the order of lists', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }, 3], a: undefined, A: null })).toBe(
    '{"A":null,"b":[{"c":2,"d":1},3]}',
  );
});

test('gives the known hash of an empty string', () => {
  expect(sha256('')).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

test('does not depend on the order of keys, and parses to the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(contentHash(reversed(value))).toBe(contentHash(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { seed: 1 },
  );
});
