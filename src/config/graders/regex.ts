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

/** Why the pattern is invalid; undefined if it is valid. */
function refusalOf(pattern: string, flags: string): string | undefined {
  const fault = re2Fault(pattern, flags);
  if (fault !== undefined) {
    const unsupported = UNSUPPORTED.find(([sign]) => sign.test(pattern))?.[1];
    return `It is not in RE2 syntax: ${fault}${unsupported === undefined ? '' : `. ${unsupported}`}`;
  }
  const compiled = compileRe2(pattern, flags);
  const groups = compiled.groupCount();
  if (groups > 1) return `It has ${groups} capture groups, expected one or none; write (?:…) to group`;
  if (compiled.matcher('').find()) return 'It matches the empty text, so it finds an answer everywhere';
  // An unclosed `\Q` would quote the closing parenthesis of the group around the pattern.
  return re2Fault(`(${pattern})`, flags) && 'Its `\\Q` needs an `\\E`';
}

export const regex = declareGrader({
  name: 'regex',
  version: '2',
  optionsSchema: z
    .strictObject({
      type: z.literal('regex'),
      pattern: z.string().min(1).describe('RE2 syntax, with at most one capture group: the answer'),
      flags: z
        .string()
        .regex(/^(?!.*(.).*\1)[ims]*$/, { error: 'Expected some of the flags i, m and s, each once' })
        .default('')
        .describe('i: letters match in either case; m: ^ and $ match at lines; s: . matches line breaks'),
      'ignore-case': z
        .boolean()
        .default(false)
        .describe('Whether the answer "paris" equals "Paris"; the flag i is about the pattern only'),
      match: z.enum(['first', 'last']).default('last').describe('Which match of the pattern is the answer'),
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
