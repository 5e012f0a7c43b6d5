import { saysWhy } from './endings.ts';
import { type StatedAnswer, whole } from './stated-answer.ts';

/** Maximum length, in UTF-16 code units, of a line that can be just an answer. */
export const LONGEST_BARE = 80;

/** The possible answers in a single short line. */
interface Bare {
  /** The answer if the line is the whole text. */
  readonly alone?: StatedAnswer | undefined;
  /**
   * The answer if the line is above an explanation. If the explanation reaches a different answer, that answer counts.
   */
  readonly explained?: StatedAnswer | undefined;
}

/** Reads a text as a bare answer if it is a single short line, or a short line above an explanation. */
export function bareText(text: string): Bare {
  const start = text.search(/\S/);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 || text.slice(newline).trim() === '' ? text.length : newline;
  if (start === -1 || end - start > 2 * LONGEST_BARE) return {};
  const line = text
    .slice(start, end)
    .replace(/^#{1,6} (?=\S*\d)/, '')
    .trim();
  // Text without a number below a blank line is an explanation, regardless of its heading.
  const isApart = /^\s*\n\s*\n/.test(text.slice(end, end + 20)) && !/\p{N}/u.test(text.slice(end));
  const isAll = end === text.length || saysWhy(text, end) || isApart;
  if (!isAll || line.length > LONGEST_BARE) return {};
  return { [end === text.length ? 'alone' : 'explained']: whole('whole-text', line, -3) };
}
