import { describe, expect, test } from 'vitest';
import { createLock } from '../../src/config/lock/lock.ts';
import { parseConfig } from '../../src/config/read.ts';
import type { SuiteConfig } from '../../src/config/schema/suites.ts';
import { readSuite } from '../../src/evalset/read-suite.ts';
import { sortItems } from '../../src/evalset/sort-items.ts';
import { ConfigError } from '../../src/errors.ts';
import { graderSpecSchema } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { memoryFile } from '../support/memory-file.ts';
import { refusal } from '../support/refusal.ts';

const SUITE: SuiteConfig = {
  name: 'mmlu',
  role: 'target',
  items: 'mmlu.jsonl',
  grader: graderSpecSchema.parse('choice'),
};

const CITIES = ['Rome', 'Paris', 'Bonn'];

/** This many items, some of which are replaced, by index. */
const itemsWith = (count: number, replaced: Readonly<Record<number, object>>): readonly object[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `q${String(place).padStart(3, '0')}`,
    prompt: `Question ${place}`,
    answer: 'B',
    meta: { choices: CITIES },
    ...replaced[place],
  }));

const textOf = (items: readonly object[]): string => items.map((item) => JSON.stringify(item)).join('\n');

const read = (items: readonly object[], grader: string = 'choice') =>
  readSuite({
    suite: { ...SUITE, grader: graderSpecSchema.parse(grader) },
    folder: '',
    open: memoryFile('mmlu.jsonl', textOf(items)),
    grader: createGrader(graderSpecSchema.parse(grader)),
  });

const OUTSIDE = { answer: 'E' };
const TWICE = { meta: { choices: ['Rome', 'Paris', 'Paris'] } };

describe('a suite with flawed items', () => {
  test('is read without them, and names each with its reason', async () => {
    const suite = await read(
      itemsWith(100, { 7: OUTSIDE, 40: TWICE, 41: { meta: { choices: ['Rome', 'Paris', 'Rome'] } } }),
    );
    expect(suite.items).toHaveLength(98);
    expect(suite.items.map(({ id }) => id)).not.toContain('q007');
    expect(suite.items.map(({ id }) => id)).toContain('q041');
    expect(suite.excluded).toEqual({
      of: 100,
      items: [
        {
          id: 'q007',
          reason:
            'its answer "E" is neither a letter from A to C nor the text or index of an option in meta.choices',
        },
        { id: 'q040', reason: 'options B and C have the same text, and the right answer is one of them' },
      ],
    });
  });

  test('is pinned as the whole file, whatever its grader excludes', async () => {
    const items = itemsWith(100, { 7: OUTSIDE, 40: TWICE });
    const [graded, whole] = [await read(items), await read(items, 'given')];
    expect(whole.excluded).toBeUndefined();
    expect(graded.hash).toBe(whole.hash);
    const { config } = parseConfig(
      'suites: [{ name: mmlu, role: target, items: mmlu.jsonl, grader: choice }]\ncheckpoints: { model: m, base-url: "http://127.0.0.1:1/v1" }',
      'reversal.yml',
    );
    const locked = createLock({ config, suites: [graded] }).suites['mmlu']?.items;
    expect(locked).toEqual({ count: 100, hash: whole.hash });
  });

  test('excludes the same items whatever the order of lines', async () => {
    const items = itemsWith(60, { 7: OUTSIDE, 40: TWICE });
    expect(await read(items.toReversed())).toEqual(await read(items));
  });

  test.each([
    [20, 1],
    [100, 5],
  ])('of %i items may exclude %i', async (count, excluded) => {
    const replaced = Object.fromEntries(Array.from({ length: excluded }, (_, place) => [3 * place, OUTSIDE]));
    expect((await read(itemsWith(count, replaced))).excluded?.items).toHaveLength(excluded);
  });

  test('is refused beyond 5%, with the share, the ids and each line', async () => {
    const replaced = Object.fromEntries([0, 10, 20, 30, 40, 50].map((place) => [place, OUTSIDE]));
    const error: unknown = await read(itemsWith(100, replaced)).catch((cause: unknown) => cause);
    if (!(error instanceof ConfigError)) throw new Error('not refused');
    expect(error.mistakes.map(({ line }) => line)).toEqual([undefined, 1, 11, 21, 31, 41, 51]);
    expect(error.message).toContain(
      'mmlu.jsonl: 6 of 100 items cannot be graded by choice, but a suite may exclude at most 5% of its items: "q000", "q010", "q020" and 3 more\n    Fix or remove the item',
    );
    expect(error.message).toContain('mmlu.jsonl:51: item "q050" cannot be graded by choice: its answer "E"');
  });

  test('is refused if all of its items are flawed, or if a small suite has one', async () => {
    const all = Object.fromEntries(Array.from({ length: 30 }, (_, place) => [place, OUTSIDE]));
    expect(await refusal(() => read(itemsWith(30, all)))).toContain(
      '30 of 30 items cannot be graded by choice',
    );
    expect(await refusal(() => read(itemsWith(19, { 4: OUTSIDE })))).toContain(
      '1 of 19 items cannot be graded by choice, but a suite may exclude at most 5% of its items: "q004"',
    );
  });

  test('is refused for an item without an answer or a list of options, which are errors of the file', async () => {
    expect(await refusal(() => read(itemsWith(100, { 7: OUTSIDE, 8: { answer: undefined } })))).toBe(
      'mmlu.jsonl:9: item "q008" cannot be graded by choice: it has no answer\n  Fix or remove the item, or choose another grader for the suite.',
    );
    expect(await refusal(() => read(itemsWith(100, { 8: { meta: { choices: 'Rome' } } })))).toContain(
      'its meta.choices is not a list of 2 to 26 strings',
    );
  });

  test('is refused for any flaw under another grader', async () => {
    const numbers = itemsWith(
      100,
      Object.fromEntries(Array.from({ length: 99 }, (_, place) => [place, { answer: 4 }])),
    );
    expect(await refusal(() => read(numbers, 'numeric'))).toContain(
      'mmlu.jsonl:100: item "q099" cannot be graded by numeric: its answer "B" is not a number',
    );
  });
});

test('keeps every item without a grader', () => {
  const items = [{ id: 'a' }, { id: 'b' }];
  expect(sortItems(items, { checks: undefined, asked: (item) => item, grader: '', fix: '' })).toEqual({
    kept: items,
    excluded: [],
    problems: [],
  });
});
