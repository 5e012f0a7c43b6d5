import { saysWhy } from './endings.ts';
import { type StatedAnswer, whole } from './stated-answer.ts';

/** Longer texts are more than an answer. */
export const LONGEST_BARE = 80;

/** A line that is an answer. */
interface Bare {
  readonly alone?: StatedAnswer | undefined;
  /** Above an explanation, which may come to another answer: then that counts. */
  readonly explained?: StatedAnswer | undefined;
}

/** A text of one short line, which may be nothing but an answer, or such a line above an explanation. */
export function bareText(text: string): Bare {
  const start = text.search(/\S/);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 || text.slice(newline).trim() === '' ? text.length : newline;
  if (start === -1 || end - start > 2 * LONGEST_BARE) return {};
  const line = text
    .slice(start, end)
    .replace(/^#{1,6} (?=\S*\d)/, '')
    .trim();
  // What holds no number below a blank line is an explanation, however it is headed.
  const isApart = /^\s*\n\s*\n/.test(text.slice(end, end + 20)) && !/\p{N}/u.test(text.slice(end));
  const isAll = end === text.length || saysWhy(text, end) || isApart;
  if (!isAll || line.length > LONGEST_BARE) return {};
  return { [end === text.length ? 'alone' : 'explained']: whole('whole-text', line, -3) };
}
