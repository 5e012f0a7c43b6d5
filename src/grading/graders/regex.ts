import type { Matcher, RE2JS } from 're2js';
import { compileRe2 } from '../../config/values/re2.ts';
import type { GraderDefinition } from '../grader.ts';
import { plainText } from '../text/typography.ts';

/** How far before the last possible start of a match to begin the search, in UTF-16 code units. */
const REACH = 1024;

/**
 * Maximum number of characters that are searched, counted from the end of the text. This limits the time that hostile
 * text can take.
 */
const SEARCHED = 262_144;

/**
 * Returns a pattern that finds, in a single search, the last place where a match can start. Its group 1 begins there.
 */
function upToLastMatch(pattern: string, flags: string): RE2JS {
  return compileRe2(`\\A(?s:.*)(${pattern})`, flags);
}

/**
 * Finds the answer with a pattern from the configuration. The answer is the capture group's match, or the whole match if
 * the pattern has no group. The engine is RE2, so the search time is linear in the length of the text for every pattern.
 * The search finds one match after another, starting 1,024 characters before the last place where a match can start,
 * within the last 262,144 characters of the text. The last match counts. An empty match is not an answer. Typography
 * (`typography.ts`) is ignored in the answer, but the pattern sees the text unchanged.
 */
export const regex: GraderDefinition<'regex'> = {
  create({ pattern, flags, match, 'ignore-case': ignoreCase }) {
    const plain = (text: string): string => plainText(text, { ignoreCase });
    const compiled = compileRe2(pattern, flags);
    const upToLast = upToLastMatch(pattern, flags);
    const group = compiled.groupCount();
    const searchStart = (text: string): number => {
      if (match === 'first' || text.length <= REACH) return 0;
      const end = text.slice(-SEARCHED);
      const matcher = upToLast.matcher(end);
      return matcher.find() ? Math.max(0, text.length - end.length + matcher.start(1) - REACH) : text.length;
    };
    return {
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
};
