import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readDataSets } from '../../src/init/data-sets.ts';
import { commonsenseqa, gsm8k, mbpp } from '../support/published-sets.ts';

const reading = (files: Readonly<Record<string, string | Uint8Array>>) =>
  readDataSets(Object.keys(files), async function* open(path) {
    yield Buffer.from(files[path] ?? '');
  });

const withoutAnswers = (text: string): string => text.replaceAll(/"answerKey":"[A-E]",/gu, '');

const subject = (count: number, word: string): string =>
  Array.from(
    { length: count },
    (_, place) =>
      `What is ${word} ${place}?,a ${place},b ${place},c ${place},d ${place},${'ABCD'[place % 4]}\n`,
  ).join('');

describe('a published data set', () => {
  test.each([
    ['a file with its name', 'data/GSM8K_v2.jsonl', 'gsm8k'],
    ['a file with the name of a split', 'data/test.jsonl', 'gsm8k'],
    ['a file with a name of its own', 'data/our-sums.jsonl', 'our-sums'],
  ])('in %s gets the name %s', async (_, path, name) => {
    const { suites } = await reading({ [path]: gsm8k(3) });
    expect(suites).toMatchObject([{ name, title: 'GSM8K', grader: 'numeric', count: 3, sources: [path] }]);
  });

  test('is read from gzip', async () => {
    const { suites } = await reading({ 'mbpp.jsonl.gz': gzipSync(mbpp(2)) });
    expect(suites).toMatchObject([{ name: 'mbpp', grader: 'code', count: 2 }]);
    expect(suites[0]?.rewritten).toContain('assert plus_0(1) == 1');
  });

  test('with a file per subject becomes one suite, from its test split', async () => {
    const { suites, unusable } = await reading({
      'mmlu/dev/a_dev.csv': subject(2, 'early a'),
      'mmlu/test/a_test.csv': subject(5, 'a'),
      'mmlu/test/b_test.csv': subject(7, 'b'),
      'mmlu/val/a_val.csv': subject(3, 'late a'),
    });
    expect(suites).toMatchObject([
      { name: 'mmlu', count: 12, sources: ['mmlu/test/a_test.csv', 'mmlu/test/b_test.csv'] },
    ]);
    expect(unusable).toMatchObject([
      { source: 'mmlu/dev/a_dev.csv', why: expect.stringContaining('another split of MMLU is used') },
      { source: 'mmlu/val/a_val.csv' },
    ]);
  });

  test('whose test split has no answers is read from the next split', async () => {
    const { suites, unusable } = await reading({
      'dev_rand_split.jsonl': commonsenseqa(4),
      'test_rand_split_no_answers.jsonl': withoutAnswers(commonsenseqa(4)),
    });
    expect(suites).toMatchObject([{ name: 'commonsenseqa', count: 4, sources: ['dev_rand_split.jsonl'] }]);
    expect(unusable).toMatchObject([
      { source: 'test_rand_split_no_answers.jsonl', why: expect.stringContaining('no right answer') },
    ]);
  });

  test('in several folders becomes several suites', async () => {
    const { suites } = await reading({ 'easy/test.jsonl': gsm8k(2), 'hard/test.jsonl': gsm8k(3) });
    expect(suites.map(({ count }) => count)).toEqual([2, 3]);
  });

  test('says what it leaves out', async () => {
    const [suite] = (await reading({ 'gsm8k.jsonl': gsm8k(3) + gsm8k(1) })).suites;
    expect(suite?.notes).toEqual([
      'License of GSM8K: MIT.',
      'Left out 1 of 4 rows: the question repeats an earlier row (1).',
    ]);
  });
});

describe('other data', () => {
  const items = (asks: number): string =>
    Array.from(
      { length: 20 },
      (_, place) =>
        `${JSON.stringify({ id: `q${place}`, prompt: `${place} + 1?${place < asks ? ' End with "The answer is" and the number.' : ''}`, answer: `${place + 1}` })}\n`,
    ).join('');

  test.each([
    ['none of the prompts asks', 0, true],
    ['a few prompts ask', 5, true],
    ['nearly all prompts ask', 19, false],
  ])('gets a template if %s for a marked answer', async (_, asks, hasTemplate) => {
    const [suite] = (await reading({ 'sums.jsonl': items(asks) })).suites;
    expect(suite).toMatchObject({ grader: 'numeric', rewritten: undefined });
    expect(suite?.template !== undefined).toBe(hasTemplate);
  });

  test('gets no template if its items are messages', async () => {
    const line = JSON.stringify({ id: 'a', messages: [{ role: 'user', content: '1 + 1?' }], answer: '2' });
    expect(
      (await reading({ 'sums.jsonl': `${line}\n${line.replace('"a"', '"b"')}\n` })).suites,
    ).toMatchObject([{ template: undefined, grader: 'numeric' }]);
  });

  test('that no grader reads is open, which is said', async () => {
    const answer = 'Because the river had long since changed its course, and nobody had noticed it. '.repeat(
      2,
    );
    const [suite] = (
      await reading({
        'why.csv': `question,answer\nWhy?,${JSON.stringify(answer)}\nWhere?,${JSON.stringify(answer)}\n`,
      })
    ).suites;
    expect(suite).toMatchObject({
      grader: undefined,
      notes: [expect.stringContaining('No built-in grader')],
    });
  });

  test.each([
    [
      'completions',
      'v1.jsonl',
      '{"suite":"a","id":"1","index":0,"text":"x"}\n{"suite":"a","id":"1","index":1,"text":"x"}\n',
      'it contains completions',
    ],
    ['a broken line', 'a.jsonl', '{"prompt":"a"}\n{"prompt"\n', 'line 2: '],
    ['an empty file', 'a.jsonl', '', 'this file has no rows'],
    ['measurements', 'loss.csv', 'step,loss\n1,2\n2,1\n', 'no field was recognized as the prompt'],
    ['a web page', 'a.jsonl', '<!doctype html>', 'this is a web page'],
    [
      'the same id twice',
      'a.jsonl',
      '{"id":1,"prompt":"a"}\n{"id":1,"prompt":"b"}\n',
      'two of its items have the same id',
    ],
  ])('that is %s is not used, with the reason', async (_, path, text, why) => {
    expect(await reading({ [path]: text })).toEqual({
      suites: [],
      unusable: [{ source: path, why: expect.stringContaining(why) }],
    });
  });
});
