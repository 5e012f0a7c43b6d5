import { RE2JS, type Matcher } from 're2js';
import { z } from 'zod';
import { defineGrader } from '../grader.ts';
import { plainText } from '../text/typography.ts';

const name = 'regex';
const version = '2';

const FLAGS = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL } as const;
/** How far before the last place where a match can start the search begins. */
const REACH = 1024;

/** In a longer text only the end is searched for the last match, which bounds the time that a hostile text can take. */
const SEARCHED = 262_144;

function flagBits(flags: string): number {
  return Object.entries(FLAGS).reduce((bits, [flag, bit]) => (flags.includes(flag) ? bits | bit : bits), 0);
}

const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, 'RE2 has no lookahead or lookbehind (`(?=`, `(?!`, `(?<=`, `(?<!`)'],
  [/\\[1-9]|\\k</, 'RE2 has no backreferences (`\\1`)'],
  [
    /\(\?>|[*+?}]\+/,
    'RE2 has no possessive quantifiers or atomic groups (`a++`, `(?>a)`); it never backtracks',
  ],
];

/** Finds the last place where a match can start, in one search: group 1 begins there. */
function upToLastMatch(pattern: string, flags: string): RE2JS {
  return RE2JS.compile(`\\A(?s:.*)(${pattern})`, flagBits(flags));
}

function syntaxError(compile: () => RE2JS): string | undefined {
  try {
    compile();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace('error parsing regexp: ', '') : String(error);
  }
}

/** Why the pattern is refused; undefined if it can be used. */
function refusalOf(pattern: string, flags: string): string | undefined {
  const compile = (): RE2JS => RE2JS.compile(pattern, flagBits(flags));
  const reason = syntaxError(compile);
  if (reason !== undefined) {
    const unsupported = UNSUPPORTED.find(([sign]) => sign.test(pattern))?.[1];
    return `It is not in RE2 syntax: ${reason}${unsupported === undefined ? '' : `. ${unsupported}`}`;
  }
  const groups = compile().groupCount();
  if (groups > 1) return `It has ${groups} capture groups, expected one or none; write (?:…) to group`;
  if (compile().matcher('').find()) return 'It matches the empty text, so it finds an answer everywhere';
  return syntaxError(() => upToLastMatch(pattern, flags)) && 'Its `\\Q` needs an `\\E`';
}

/**
 * A pattern of the config finds the answer: its capture group, or the whole match if it has none. The engine is RE2, so a search
 * takes time linear in the text whatever the pattern. Matches are searched one after another, from 1,024 characters before the
 * last place where a match can start, within the last 262,144 characters of the text; the last one counts. An empty match is not
 * an answer. Typography (`typography.ts`) makes no difference to the answer, but the pattern sees the text unchanged.
 */
export const regex = defineGrader({
  name,
  version,
  optionsSchema: z
    .strictObject({
      type: z.literal(name),
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
  create({ pattern, flags, match, 'ignore-case': ignoreCase }) {
    const plain = (text: string): string => plainText(text, { ignoreCase });
    const compiled = RE2JS.compile(pattern, flagBits(flags));
    const upToLast = upToLastMatch(pattern, flags);
    const group = compiled.groupCount();
    const searchStart = (text: string): number => {
      if (match === 'first' || text.length <= REACH) return 0;
      const end = text.slice(-SEARCHED);
      const matcher = upToLast.matcher(end);
      return matcher.find() ? Math.max(0, text.length - end.length + matcher.start(1) - REACH) : text.length;
    };
    return {
      name,
      version,
      checkItem: (item) => (item.answer === undefined ? 'it has no answer' : undefined),
      grade(text, item) {
        const matcher: Matcher = compiled.matcher(text);
        let answer: string | undefined;
        for (let found = matcher.find(searchStart(text)); found; found = matcher.find()) {
          const candidate = plain(matcher.group(group) ?? '');
          if (candidate === '') continue;
          answer = candidate;
          if (match === 'first') break;
        }
        if (answer === undefined) return { outcome: 'unparseable' };
        const correct = item.answer !== undefined && answer === plain(item.answer);
        return { outcome: correct ? 'correct' : 'incorrect', answer, rule: `${match}-match` };
      },
    };
  },
  /** Keeps locks valid that are older than the option `ignore-case`. */
  lockedOptions: ({ pattern, flags, match, 'ignore-case': ignoreCase }) => ({
    pattern,
    flags,
    match,
    ...(ignoreCase && { 'ignore-case': ignoreCase }),
  }),
  knownAnswers: [
    { text: 'x = 3\nx = 4', answer: '4', options: { pattern: 'x = (\\d+)' }, expected: 'correct' },
    {
      text: 'x = 3\nx = 4',
      answer: '3',
      options: { pattern: 'x = (\\d+)', match: 'first' },
      expected: 'correct',
    },
    { text: 'X = 3', answer: '3', options: { pattern: 'x = (\\d+)' }, expected: 'unparseable' },
    { text: 'X = 3', answer: '3', options: { pattern: 'x = (\\d+)', flags: 'i' }, expected: 'correct' },
    { text: 'in paris', answer: 'Paris', options: { pattern: 'in (.+)' }, expected: 'incorrect' },
    {
      text: 'in paris',
      answer: 'Paris',
      options: { pattern: 'in (.+)', 'ignore-case': true },
      expected: 'correct',
    },
    { text: 'in New\u00A0York', answer: 'New York', options: { pattern: 'in (.+)' }, expected: 'correct' },
    { text: 'yes no', answer: 'no', options: { pattern: 'yes|no' }, expected: 'correct' },
  ],
});
