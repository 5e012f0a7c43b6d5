import type { Span } from './boxed.ts';

/** Longer than any answer; bounds the work that a hostile text can ask for. */
export const MAX_ANSWER_LENGTH = 1000;

/** What is stated after a marker such as "the answer is". */
export interface Statement extends Span {
  /** Whether the marker ended its line and this is the next one that says something. */
  readonly onNextLine: boolean;
  /** Whether it was cut at {@link MAX_ANSWER_LENGTH}. */
  readonly cut: boolean;
}

const LEAD = /[\s*_:]{0,64}/y;

function statementAfter(text: string, from: number, limit: number): Statement {
  LEAD.lastIndex = from;
  const lead = LEAD.exec(text)?.[0] ?? '';
  const start = Math.min(limit, from + lead.length);
  const longest = Math.min(limit, start + MAX_ANSWER_LENGTH);
  const newline = text.slice(start, longest).search(/[\n\r]/);
  return {
    start,
    end: newline === -1 ? longest : start + newline,
    onNextLine: lead.includes('\n'),
    cut: newline === -1 && longest < limit,
  };
}

/**
 * What stands after each match of a global pattern, the last first: the rest of the line, or the next line where nothing
 * is left of this one. A statement ends where the next marker begins, so statements are disjoint and reading all of them
 * is linear in the length of the text. The pattern must be free of unbounded repetition.
 */
export function* statements(text: string, marker: RegExp): Generator<Statement> {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of text.matchAll(marker)) {
    starts.push(match.index);
    ends.push(match.index + match[0].length);
  }
  let limit = text.length;
  for (let marker = starts.length - 1; marker >= 0; marker--) {
    const statement = statementAfter(text, ends[marker] ?? limit, limit);
    if (statement.start < statement.end) yield statement;
    limit = starts[marker] ?? limit;
  }
}

/** Whether a sentence ends in the text: a period, question or exclamation mark before white space, but not of `Mr.`. */
export function endsSentence(text: string): boolean {
  for (let at = 1; at < text.length - 1; at++) {
    const mark = text.charAt(at);
    if ((mark === '.' || mark === '!' || mark === '?') && text.charAt(at + 1).trim() === '') {
      const abbreviated =
        mark === '.' && /(?:^|[^\p{L}])\p{L}{1,3}$/u.test(text.slice(Math.max(0, at - 5), at));
      if (!abbreviated) return true;
    }
  }
  return false;
}
