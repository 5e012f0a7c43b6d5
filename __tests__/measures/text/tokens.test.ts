import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_UNITS, withUnit } from '../../../src/measures/text/token-table.ts';
import { tokensOf, Vocabulary } from '../../../src/measures/text/tokens.ts';

const PIECES = 'a B the The _ 1 3½ . \n \u00a0 é É ß ẞ K Ω Ώ Σ σ ς İ ı Ǆ \u0301 日本 × 😀 𝒜 𐐀 \ud800 \udc00'
  .split(' ')
  .concat(' ');

/** A naive vocabulary that reads token by token, through strings. */
function encodedNaively(texts: readonly string[]): number[][] {
  const numbers = new Map<string, number>();
  return texts.map((text) =>
    tokensOf(text).map((token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number;
    }),
  );
}

function encoded(texts: readonly string[]): number[][] {
  const vocabulary = new Vocabulary();
  return texts.map((text) => [...vocabulary.encode(text)]);
}

describe('vocabulary', () => {
  it('numbers the tokens of any texts in order of first appearance', () => {
    const pieces = fc.constantFrom(...PIECES);
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), (texts) => {
        expect(encoded(texts)).toEqual(encodedNaively(texts));
      }),
      { numRuns: 500 },
    );
  });

  it('handles every character of the Basic Multilingual Plane', () => {
    const texts = Array.from({ length: 0x1_00_00 }, (_, unit) => {
      const character = String.fromCharCode(unit);
      return `a${character}B ${character}`;
    });
    expect(encoded(texts)).toEqual(encodedNaively(texts));
  });

  it('distinguishes words with the same hash', () => {
    const hashOf = (word: string): number =>
      Buffer.from(word).reduce((hash, unit) => withUnit(hash, unit), NO_UNITS);
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const byHash = new Map<number, string>();
    const pairs: string[] = [];
    for (let number = 0; number < 26 ** 4; number += 1) {
      const word = [0, 1, 2, 3]
        .map((place) => letters.charAt(Math.floor(number / 26 ** place) % 26))
        .join('');
      const hash = hashOf(word);
      const other = byHash.get(hash);
      if (other !== undefined) pairs.push(`${other} ${word} ${other}`);
      byHash.set(hash, word);
    }
    expect(pairs.length).toBeGreaterThan(0);
    expect(encoded(pairs)).toEqual(encodedNaively(pairs));
  });

  it('grows', () => {
    const text = Array.from({ length: 50_000 }, (_, place) => `word${place % 20_000}`).join(' ');
    const vocabulary = new Vocabulary();
    const tokens = vocabulary.encode(text);
    expect(vocabulary.size).toBe(20_000);
    expect([...tokens]).toEqual(Array.from({ length: 50_000 }, (_, place) => place % 20_000));
  });
});
