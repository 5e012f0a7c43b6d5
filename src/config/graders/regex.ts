import { z } from 'zod';
import { compileRe2, re2Fault } from '../values/re2.ts';
import { declareGrader } from './declaration.ts';

const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'RE2 has no lookahead or lookbehind (`(?=`, `(?!`, `(?<=`, `(?<!`)'],
  [/\\[1-9]|\\k</, 'RE2 has no backreferences (`\\1`)'],
  [
    /\(\?>|[*+?}]\+/,
    'RE2 has no possessive quantifiers or atomic groups (`a++`, `(?>a)`); it never backtracks',
  ],
];

/** Returns the reason why the pattern is invalid; undefined if it is valid. */
function refusalOf(pattern: string, flags: string): string | undefined {
  const fault = re2Fault(pattern, flags);
  if (fault !== undefined) {
    const unsupported = UNSUPPORTED.find(([sign]) => sign.test(pattern))?.[1];
    return `This is not valid RE2 syntax: ${fault}${unsupported === undefined ? '' : `. ${unsupported}`}`;
  }
  const compiled = compileRe2(pattern, flags);
  const groups = compiled.groupCount();
  if (groups > 1)
    return `Found ${groups} capture groups, expected at most one. Use (?:…) to group without capturing`;
  if (compiled.matcher('').find())
    return 'The pattern matches the empty string, so it would find an answer in every completion';
  // An unclosed `\Q` would quote the closing parenthesis of the group around the pattern.
  return re2Fault(`(${pattern})`, flags) && '`\\Q` without `\\E`; add the missing `\\E`';
}

export const regex = declareGrader({
  name: 'regex',
  version: '2',
  optionsSchema: z
    .strictObject({
      type: z.literal('regex'),
      pattern: z
        .string()
        .min(1)
        .describe(
          'A pattern in RE2 syntax, with at most one capture group. The answer is the text of the capture group or, without a group, the whole match',
        ),
      flags: z
        .string()
        .regex(/^(?!.*(.).*\1)[ims]*$/, { error: 'Expected only the flags i, m and s, each at most once' })
        .default('')
        .describe('`i`: ignore case; `m`: `^` and `$` match at each line; `s`: `.` matches line breaks'),
      'ignore-case': z
        .boolean()
        .default(false)
        .describe(
          'Whether case is ignored when answers are compared, so that "paris" equals "Paris". The flag `i` affects the pattern alone',
        ),
      match: z
        .enum(['first', 'last'])
        .default('last')
        .describe('Which match to use as the answer if the pattern matches several times'),
    })
    .superRefine(({ pattern, flags }, context) => {
      const refusal = refusalOf(pattern, flags);
      if (refusal !== undefined) context.addIssue({ code: 'custom', path: ['pattern'], message: refusal });
    }),
  /** Keeps locks valid if they were written before the option `ignore-case` existed. */
  lockedOptions: ({ pattern, flags, match, 'ignore-case': ignoreCase }) => ({
    pattern,
    flags,
    match,
    ...(ignoreCase && { 'ignore-case': ignoreCase }),
  }),
});
