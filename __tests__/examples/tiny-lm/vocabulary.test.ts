import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVocabulary, UnknownWord } from '../../../examples/tiny-lm/server/vocabulary.ts';
import { evalItems, example } from './evals.ts';

const words: string[] = JSON.parse(readFileSync(join(example, 'vocabulary.json'), 'utf8'));
const vocabulary = createVocabulary(words);

describe('the vocabulary', () => {
  test('has a token for every word of the eval set, and gives its prompts back unchanged', () => {
    const items = evalItems();
    expect(items.length).toBeGreaterThan(900);
    for (const { prompt } of items) expect(vocabulary.decode(vocabulary.encode(prompt))).toBe(prompt);
  });

  test('gives a solution back line by line', () => {
    const solution = 'First 12 + 5 = 17.\nThen 17 - 3 = 14.\nThe answer is 14.';
    const tokens = vocabulary.encode(solution);
    expect(tokens).toHaveLength(21);
    expect(vocabulary.decode([vocabulary.start, ...tokens, vocabulary.end])).toBe(solution);
  });

  test('has one token for each number from 0 to 80, and none for others', () => {
    for (let number = 0; number <= 80; number += 1) expect(vocabulary.encode(`${number}`)).toHaveLength(1);
    expect(() => vocabulary.encode('Ann has 81 apples.')).toThrow(UnknownWord);
    expect(() => vocabulary.encode('Ann has 81 apples.')).toThrow('"81"');
  });

  test('has nothing for an empty string', () => {
    expect(vocabulary.encode('')).toEqual([]);
    expect(vocabulary.decode([])).toBe('');
  });
});
