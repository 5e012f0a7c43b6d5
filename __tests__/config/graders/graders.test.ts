import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { graderNames, graderSpecSchema } from '../../../src/config/graders/graders.ts';

const config = z.strictObject({ grader: graderSpecSchema });
const issuesOf = (grader: unknown): [string, string][] =>
  config.safeParse({ grader }).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [];

test('the built-in graders', () => {
  expect(graderNames).toEqual([
    'exact',
    'numeric',
    'math',
    'choice',
    'regex',
    'contains',
    'code',
    'command',
    'module',
    'given',
    'judge',
  ]);
});

test('a name is an object with every default', () => {
  expect(graderSpecSchema.parse('numeric')).toEqual({
    type: 'numeric',
    tolerance: 0,
    'decimal-comma': false,
    fallback: 'none',
  });
  expect(graderSpecSchema.parse({ type: 'exact' })).toEqual({ type: 'exact', 'ignore-case': false });
  expect(graderSpecSchema.parse({ type: 'regex', pattern: 'a', flags: 'i' })).toEqual({
    type: 'regex',
    pattern: 'a',
    flags: 'i',
    'ignore-case': false,
    match: 'last',
  });
});

describe('what is refused, where and why', () => {
  const known = `the graders are ${graderNames.join(', ')}`;

  test.each<[unknown, string, string]>([
    ['numerc', 'grader', `Unknown grader "numerc"; ${known}`],
    ['toString', 'grader', `Unknown grader "toString"; ${known}`],
    [{ type: 'numerc' }, 'grader.type', `Unknown grader "numerc"; ${known}`],
    [{ type: 3 }, 'grader.type', `Unknown grader 3; ${known}`],
    [{}, 'grader.type', `Found no \`type\`, expected the name of a grader; ${known}`],
    [undefined, 'grader', 'Expected the name of a grader, or an object with the name as `type`'],
    [null, 'grader', 'Expected the name of a grader, or an object with the name as `type`'],
    [['numeric'], 'grader', 'Expected the name of a grader, or an object with the name as `type`'],
    ['regex', 'grader', 'The grader regex needs options: write { type: regex, pattern: … }'],
    [{ type: 'numeric', tolerence: 1 }, 'grader', 'Unrecognized key: "tolerence"'],
    [{ type: 'numeric', tolerance: true }, 'grader.tolerance', 'Expected a number, or a decimal as a string'],
    [
      { type: 'exact', 'ignore-case': 1 },
      'grader.ignore-case',
      'Invalid input: expected boolean, received number',
    ],
  ])('%j', (grader, path, message) => {
    expect(issuesOf(grader)).toEqual([[path, message]]);
  });

  test('an unknown name comes with the known ones, for who looks for the nearest', () => {
    const [issue] = config.safeParse({ grader: 'numerc' }).error?.issues ?? [];
    expect(issue).toMatchObject({ code: 'invalid_value', values: graderNames });
  });
});

test('the JSON Schema of what users write', () => {
  const schema = z.toJSONSchema(graderSpecSchema, { io: 'input' });
  expect(schema.anyOf?.[0]).toEqual({
    type: 'string',
    enum: ['exact', 'numeric', 'math', 'choice', 'contains', 'code', 'given'],
  });
  expect(schema.anyOf?.slice(1)).toHaveLength(graderNames.length);
  expect(schema.anyOf?.[graderNames.indexOf('regex') + 1]).toMatchObject({
    type: 'object',
    required: ['type', 'pattern'],
    additionalProperties: false,
    properties: { type: { const: 'regex' }, match: { enum: ['first', 'last'], default: 'last' } },
  });
});
