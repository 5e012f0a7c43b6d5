import { describe, expect, test } from 'vitest';
import { graderSpecSchema } from '../../../src/config/graders/graders.ts';
import { createGrader } from '../../../src/grading/registry.ts';
import { regex } from '../../../src/config/graders/regex.ts';
import { withoutEffects } from '../../support/without-effects.ts';

const grade = (text: string, answer: string, options: Record<string, unknown>) =>
  createGrader(graderSpecSchema.parse({ type: 'regex', ...options }), withoutEffects).grade(text, {
    id: 'i',
    answer,
    meta: undefined,
  });

const messagesFor = (options: Record<string, unknown>): string[] =>
  regex.optionsSchema
    .safeParse({ type: 'regex', ...options })
    .error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];

describe('the answer', () => {
  test.each([
    ['last match', 'x = 1, x = 2', '2', { pattern: 'x = (\\d+)' }, 'last-match'],
    ['first match', 'x = 1, x = 2', '1', { pattern: 'x = (\\d+)', match: 'first' }, 'first-match'],
    ['whole match', 'yes, no', 'no', { pattern: 'yes|no' }, 'last-match'],
    ['named group', 'x = 1', '1', { pattern: 'x = (?P<answer>\\d+)' }, 'last-match'],
    ['whitespace removed', 'is: 1 \n', ' 1', { pattern: 'is:([^\\n]*)' }, 'last-match'],
    ['flag i', 'X = 1', '1', { pattern: 'x = (\\d+)', flags: 'i' }, 'last-match'],
    ['flag m', 'a\nx: 1\nb', '1', { pattern: '^x: (.*)$', flags: 'm' }, 'last-match'],
    ['flag s', '<a>1\n2</a>', '1 2', { pattern: '<a>(.*)</a>', flags: 's' }, 'last-match'],
    ['a match that is whole', 'it is 123', '123', { pattern: '\\d+' }, 'last-match'],
    ['an empty group is no answer', 'x = 1, x = ', '1', { pattern: 'x = (\\d*)' }, 'last-match'],
    ['a group that took no part', 'x1 x', '1', { pattern: 'x(\\d)?' }, 'last-match'],
  ])('%s', (_, text, answer, options, rule) => {
    expect(grade(text, answer, options)).toEqual({ outcome: 'correct', answer: answer.trim(), rule });
  });

  test.each([
    ['typographic signs', 'is: It\u2019s New\u00A0York', "It's New York"],
    ['composed letters', 'is: cafe\u0301', 'caf\u00E9'],
    ['full-width forms', 'is: １８', '18'],
    ['line breaks and runs of spaces', 'is: New \n York', 'New York'],
    ['an answer of the item in the other form', 'is: New York', 'New\u00A0York'],
  ])('typography makes no difference: %s', (_, text, answer) => {
    const options = { pattern: 'is:(.*)', flags: 's' };
    expect(grade(text, answer, options)).toMatchObject({ outcome: 'correct' });
  });

  test('the pattern sees the text unchanged', () => {
    expect(grade('It\u2019s: 4', '4', { pattern: "It's: (\\d)" })).toEqual({ outcome: 'unparseable' });
  });

  test('case counts in the answer, whatever the flag i, unless ignore-case is set', () => {
    const pattern = 'capital is (\\pL+)';
    expect(grade('The CAPITAL IS PARIS', 'Paris', { pattern, flags: 'i' })).toMatchObject({
      outcome: 'incorrect',
      answer: 'PARIS',
    });
    expect(grade('The CAPITAL IS PARIS', 'Paris', { pattern, 'ignore-case': true })).toEqual({
      outcome: 'unparseable',
    });
    const both = { pattern, flags: 'i', 'ignore-case': true };
    expect(grade('The CAPITAL IS PARIS', 'Paris', both)).toMatchObject({
      outcome: 'correct',
      answer: 'paris',
    });
    expect(grade('the capital is GROẞDORF', 'Großdorf', both)).toMatchObject({ outcome: 'correct' });
    expect(grade('the capital is Rome', 'Paris', both)).toMatchObject({ outcome: 'incorrect' });
  });

  test('an answer without visible characters is unparseable', () => {
    expect(grade('x = 1, x = \u200B', '1', { pattern: 'x = ([^,]*)' })).toMatchObject({ outcome: 'correct' });
  });

  test('no match is unparseable, another answer incorrect', () => {
    expect(grade('nothing', '1', { pattern: 'x = (\\d+)' })).toEqual({ outcome: 'unparseable' });
    expect(grade('x = 01', '1', { pattern: 'x = (\\d+)' })).toMatchObject({
      outcome: 'incorrect',
      answer: '01',
    });
    expect(grade('a\nx: 1', '1', { pattern: '^x: (.*)$' })).toEqual({ outcome: 'unparseable' });
  });

  test('finds the last whole match in a long text too', () => {
    const filler = 'so it goes. '.repeat(2000);
    const text = `x = 7777 ${filler} x = 1234 ${filler}`;
    expect(grade(text, '1234', { pattern: '\\d+' })).toMatchObject({ outcome: 'correct' });
    expect(grade(text, '1234', { pattern: 'x = (\\d+)' })).toMatchObject({ outcome: 'correct' });
    expect(grade(text, '7777', { pattern: 'x = (\\d+)', match: 'first' })).toMatchObject({
      outcome: 'correct',
    });
    expect(grade(text, '7777', { pattern: '^x = (\\d+)' })).toMatchObject({ outcome: 'correct' });
    expect(grade(text, '1', { pattern: 'y = (\\d+)' })).toEqual({ outcome: 'unparseable' });
  });
});

describe('patterns that are refused', () => {
  test.each([
    ['(?=a)b', 'RE2 has no lookahead or lookbehind'],
    ['(?<!a)b', 'RE2 has no lookahead or lookbehind'],
    ['(a)\\1', 'RE2 has no backreferences'],
    ['a++', 'RE2 has no possessive quantifiers or atomic groups'],
    ['(?>a)', 'RE2 has no possessive quantifiers or atomic groups'],
    ['(', 'This is not valid RE2 syntax: missing closing ): `(`'],
    ['(a)(b)', 'Found 2 capture groups, expected at most one'],
    ['a*', 'The pattern matches the empty string'],
    ['\\Q(', '`\\Q` without `\\E`; add the missing `\\E`'],
  ])('%s', (pattern, message) => {
    expect(messagesFor({ pattern })).toEqual([expect.stringContaining(message)]);
    expect(messagesFor({ pattern })[0]).toMatch(/^pattern: /);
  });

  test.each(['g', 'ii', 'u'])('flags %s', (flags) => {
    expect(messagesFor({ pattern: 'a', flags })).toEqual([
      'flags: Expected only the flags i, m and s, each at most once',
    ]);
  });
});

test('an item needs an answer', () => {
  const grader = createGrader(graderSpecSchema.parse({ type: 'regex', pattern: 'a' }), withoutEffects);
  expect(grader.checkItem({ id: 'i', answer: undefined, meta: undefined })).toBe('it has no answer');
  expect(grader.checkItem({ id: 'i', answer: 'a', meta: undefined })).toBeUndefined();
});
