import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graderSpecSchema, type GraderSpecInput } from '../../src/config/graders/graders.ts';
import { createGrader } from '../../src/grading/registry.ts';
import { REASONING_FORMATS } from '../../src/grading/answers/reasoning-tags.ts';
import { reasoningReader } from '../../src/grading/answers/reasoning.ts';
import { processorMs } from '../support/processor-time.ts';

const graders: readonly [GraderSpecInput, string][] = [
  ['exact', 'Paris'],
  [{ type: 'numeric', fallback: 'last-number' }, '18'],
  [{ type: 'math', fallback: 'last-math' }, '18'],
  ['choice', 'B'],
  [{ type: 'regex', pattern: '(?i)answer is \\(?([A-Z])' }, 'B'],
  [{ type: 'regex', pattern: '(a+)+b|a', flags: 's' }, 'B'],
  [{ type: 'regex', pattern: '(\\w+\\s?)+:', match: 'first' }, 'B'],
  ['contains', 'a a'],
  ['contains', '京京'],
  ['contains', '울서'],
  [{ type: 'exact', 'ignore-case': true }, 'Straße'],
];
const named = graders.map(([spec, answer]) => [JSON.stringify(spec), spec, answer] as const);
const choices = ['a dog', 'a cat', 'a dog and a cat'];
const fragments = [
  'a',
  'a ',
  '1',
  '1,',
  '1/',
  '1+',
  '9.',
  '(',
  '{',
  '}',
  '-',
  '$',
  '_',
  '**',
  '\n',
  ' ',
  '. ',
  '\\',
  '\\frac{',
  '####',
  '#### ',
  '####\n',
  '#### 1. a ',
  '\\boxed{',
  '\\boxed{}',
  '\\boxed{1',
  '\\boxed{1}, ',
  '$x$ ',
  '$$',
  '\\[ x ',
  'I choose ',
  '<answer>',
  '\\boxed{a\\boxed{b}}',
  'A:\n',
  'A: ',
  'answer is ',
  ':\n\n18',
  'Total: 18\n',
  '9 + 9 = 18',
  ' = 18 eggs. ',
  'That means she has 18. ',
  "Let's verify: 18. ",
  'https://a.b/',
  'I hope this helps!',
  'Therefore, 18. Great!',
  'answer to ',
  'Answer:\n',
  'answer is A or B ',
  '(A) ',
  '(A) (B) ',
  '**A**',
  'A\n',
  'H2O',
  'Option A is ',
  'choice is option ',
  'a dog ',
  '<think>',
  '</think>',
  '<think></think>',
  '\u{1d7d9}',
  '京',
  '서울',
  'ก็',
  '\u2019',
  '\u00A0',
  '1\u00A0000',
  "1'000",
  '\u00AD',
  'a\u0316\u0301',
  '\u0130\u0307',
  'Σ',
  'ß',
  'Bose\u2013',
  '\ud800',
];

/** A quadratic scan of this many characters takes minutes, and even one that reads 100 characters in a nanosecond takes 1.25 s. */
const LENGTH = 500_000;
const MOST_MS = 1000;

describe.each(named)('%s', (_, spec, answer) => {
  const grader = createGrader(graderSpecSchema.parse(spec));
  const grade = (text: string) => grader.grade(text, { id: 'i', answer, meta: { choices } });

  test('grades every text, and the same text in the same way', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ maxLength: 4 })), { maxLength: 30 })
        .map((parts) => parts.join('')),
    );
    return fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const graded = await grade(text);
        expect(['correct', 'incorrect', 'unparseable']).toContain(graded.outcome);
        expect(await grade(text)).toEqual(graded);
      }),
      { numRuns: 300 },
    );
  });

  test('takes linear time on 500 kB of any fragment', { timeout: 300_000 }, async () => {
    const slow: string[] = [];
    for (const fragment of fragments) {
      const text = fragment.repeat(LENGTH / fragment.length);
      const start = processorMs();
      await grade(text);
      if (processorMs() - start > MOST_MS) slow.push(fragment);
    }
    expect(slow).toEqual([]);
  });
});

// To put marks into their canonical order takes quadratic time, unless a grader ends long runs of them.
test.each([
  ['exact', 'caf\u00E9'],
  [{ type: 'exact', 'ignore-case': true }, 'caf\u00E9'],
  ['contains', 'caf\u00E9'],
  ['choice', 'B'],
  [{ type: 'regex', pattern: '(?s).+', match: 'first' }, 'caf\u00E9'],
] as const)('%j takes linear time on 500 kB of marks out of order', async (spec, answer) => {
  const grader = createGrader(graderSpecSchema.parse(spec));
  for (const marks of ['\u0301\u0316', '\uFF9E\u0316', '\u0345\u0307\u0316']) {
    const start = processorMs();
    await grader.grade(`i${marks.repeat(LENGTH / marks.length)}`, { id: 'i', answer, meta: undefined });
    expect(processorMs() - start).toBeLessThan(MOST_MS);
  }
});

/** What a reader of reasoning could stumble over: each tag by itself, quoted, opened twice, and unfinished. */
const tagFragments = [
  ...REASONING_FORMATS.flatMap(({ open: [open = ''], close: [close = ''], answer = [] }) => [
    open,
    close,
    `${open}${open}${close}`,
    `${open}${close}`,
    `"${close}" `,
    `\`${open}\n`,
    ...answer.flatMap((tags) => [
      tags.open,
      `${open}${tags.open}`,
      `${open}${close}${tags.open}${tags.close}`,
    ]),
  ]),
  '</thought>  ',
  '</thought> a',
  '<|channel|>',
  '<|channel|>final',
  '<|channel|>final<|message|>',
  '<|channel|>analysis<|message|>"',
  'analysis',
  'assistantfinal',
  '"',
  "'",
  "' ",
  '`',
  '``',
  '```',
  '```\n',
  '~~~a\n',
  '“',
  '</think>"',
  '\n</think>```',
  'Here',
];

test('reasoning is found in linear time', { timeout: 300_000 }, () => {
  const withoutReasoning = reasoningReader();
  for (const fragment of [...fragments, ...tagFragments]) {
    const start = processorMs();
    withoutReasoning(fragment.repeat(LENGTH / fragment.length));
    expect(processorMs() - start, fragment).toBeLessThan(MOST_MS / 2);
  }
});

test.each(['exact', 'numeric', 'choice'] as const)('%s grades 10,000 answers a second', async (name) => {
  const grader = createGrader(graderSpecSchema.parse(name));
  const text = `${'She has 16 - 3 = 13 eggs, and so on.\n'.repeat(10)}The answer is (B), 18.`;
  const item = { id: 'i', answer: name === 'numeric' ? '18' : 'B', meta: undefined };
  const start = processorMs();
  for (let sample = 0; sample < 10_000; sample++) await grader.grade(text, item);
  expect(processorMs() - start).toBeLessThan(1000);
});
