import { harmonyAnswer } from './harmony.ts';
import type { Tags } from '../../config/schema/reasoning-tags.ts';
import { REASONING_FORMATS, type AnswerTags, type ReasoningFormat } from './reasoning-tags.ts';
import { closingMarks, type Mark, tagReader } from './tag-reader.ts';

/**
 * Removes the reasoning from a completion. If the prompt ends with an opening tag, the completion begins inside the
 * reasoning; `prompt` is the last message as sent, or undefined if it is unknown.
 */
export type WithoutReasoning = (text: string, prompt?: string) => string;

/** Matches a tag around an answer, complete or damaged. Such a tag shows that the reasoning has ended. */
const ANSWER_TAG = /<\s?\/?\s?answer\b|(?:^|\n)[ \t(]{0,3}answer\s?[>)]/i;
/** The part of a prompt that is searched for an opening tag, in UTF-16 code units. */
const PROMPT_END = 100;

/**
 * Matches words that make a tag after them part of a sentence: "all up to </thought>". Only the characters before the tag
 * are searched.
 */
const SENTENCE_LEADS = /(?:^|\s)(?:a|after|and|before|by|from|of|or|the|till|to|until|with)[ \t]+$/i;
const LONGEST_LEAD = 10;

/** Matches text after a tag that continues the sentence: "what follows </thought> is read", "it ends with </thought>." */
const SENTENCE_GOES_ON = /[ \t]+\p{Ll}|[ \t]*[.,;:!?)\]}]/uy;

const WHITE_SPACE = /\s*/y;

function skipWhiteSpace(text: string, from: number): number {
  WHITE_SPACE.lastIndex = from;
  WHITE_SPACE.test(text);
  return WHITE_SPACE.lastIndex;
}

/**
 * Whether a closing tag without an opening one ends reasoning. Such a tag can end reasoning because chat templates may
 * put the opening tag into the prompt.
 */
function endsUnopened(
  text: string,
  { format: { kind }, mentioned, at, end }: Mark,
  mayQuote: boolean,
): boolean {
  if (mentioned || kind === 'inner' || kind === 'phrase') return false;
  if (kind === 'token') return true;
  if (mayQuote) return false;
  SENTENCE_GOES_ON.lastIndex = end;
  return !SENTENCE_GOES_ON.test(text) && !SENTENCE_LEADS.test(text.slice(Math.max(0, at - LONGEST_LEAD), at));
}

/** The text's properties, besides its tags, that determine how the tags are read. */
interface Surroundings {
  readonly mayQuote: boolean;
  /** The format of the block that the prompt opens; undefined if the prompt opens no block. */
  readonly openedBefore: ReasoningFormat | undefined;
}

/** The first closing tag that has no opening tag and ends reasoning. */
function unopenedEnd(
  text: string,
  marks: readonly Mark[],
  { mayQuote, openedBefore }: Surroundings,
): Mark | undefined {
  const opened = new Set<ReasoningFormat>();
  for (const mark of marks) {
    if (mark.opens) {
      if (!mark.mentioned) opened.add(mark.format);
    } else if (mark.format === openedBefore && !mark.mentioned) {
      return mark;
    } else if (!opened.has(mark.format) && endsUnopened(text, mark, mayQuote)) {
      return mark;
    }
  }
  return undefined;
}

/** The start of the visible answer in a block that was never closed, if the format marks the answer with tokens. */
function answerInside(text: string, { answer = [] }: ReasoningFormat, end: number): number | undefined {
  return answer
    .flatMap(({ kind, open }) => (kind === 'token' ? [text.indexOf(open, end)] : []))
    .filter((at) => at !== -1)
    .toSorted((one, other) => one - other)[0];
}

/** Whether the text begins with a block of reasoning. */
function isLed(text: string, marks: readonly Mark[]): boolean {
  const [first] = marks;
  return first?.opens === true && first.at === skipWhiteSpace(text, 0);
}

/** The text after the reasoning, and the reasoning's formats. */
interface Visible {
  readonly rest: string;
  readonly taken: ReadonlySet<ReasoningFormat>;
}

/** Finds the text after the reasoning. The text is empty if a block of reasoning is never closed. */
function visibleOf(text: string, marks: readonly Mark[], around: Surroundings): Visible {
  const { mayQuote, openedBefore } = around;
  const taken = new Set<ReasoningFormat>();
  let start = skipWhiteSpace(text, 0);
  if (!isLed(text, marks)) {
    const ends = unopenedEnd(text, marks, around);
    if (ends === undefined) {
      if (openedBefore === undefined || ANSWER_TAG.test(text)) return { rest: text, taken };
      const inside = answerInside(text, openedBefore, 0);
      return { rest: inside === undefined ? '' : text.slice(inside), taken };
    }
    taken.add(ends.format);
    start = skipWhiteSpace(text, ends.end);
  }
  const closing = closingMarks(marks);
  for (const [place, mark] of marks.entries()) {
    if (mark.at !== start) continue;
    if (!mark.opens) {
      // A closing tag for a block that is already closed.
      if (taken.size > 0) start = skipWhiteSpace(text, mark.end);
      continue;
    }
    const end = closing[place]?.end ?? (mayQuote ? undefined : answerInside(text, mark.format, mark.end));
    if (end === undefined && mark.format.kind === 'phrase') break;
    if (end === undefined) return { rest: '', taken };
    taken.add(mark.format);
    start = skipWhiteSpace(text, end);
  }
  return { rest: taken.size === 0 ? text : text.slice(start), taken };
}

const escaped = (literal: string): string => literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** The text without the answer tags at its start. */
function withoutAnswerTags(text: string, { open, close, kind }: AnswerTags): string {
  const start = skipWhiteSpace(text, 0);
  if (kind === 'token') {
    if (!text.startsWith(open, start)) return text;
    const end = text.indexOf(close, start + open.length);
    return text.slice(start + open.length, end === -1 ? undefined : end);
  }
  if (text.slice(start, start + open.length).toLowerCase() !== open) return text;
  const rest = text.slice(start + open.length);
  const last = [...rest.matchAll(new RegExp(escaped(close), 'gi'))].at(-1);
  return last === undefined ? rest : `${rest.slice(0, last.index)}${rest.slice(last.index + close.length)}`;
}

/**
 * Creates a reader that removes reasoning at the start of the text. The reader recognizes every built-in format and the
 * tags in `own`. The tags in `own` count as tokens (`reasoning-tags.ts`) and replace any built-in format that shares a
 * tag with them.
 *
 * - All blocks at the start of the text are removed, as are the tags that their format puts around the answer. If
 * blocks of one format are nested, the outermost counts.
 * - A closing tag without an opening one removes the text before it, unless the tag is only mentioned (quoted, or in
 * fenced code) or its format does not allow this.
 * - If a block is never closed, nothing remains. An answer tag also ends a block that the prompt opened.
 * - A block after visible text is part of the answer; only harmony's channels count at any position.
 *
 * Set `mayQuote` for text that may quote untrusted text, such as a judge's answer: only closed blocks and closing
 * tokens count, and neither channels nor tags inside a block can make part of the block visible.
 *
 * Text without reasoning is returned unchanged. Linear in the length of the text.
 */
export function reasoningReader(
  own: readonly Tags[] = [],
  { mayQuote = false }: { readonly mayQuote?: boolean } = {},
): WithoutReasoning {
  const ownSpellings = new Set(own.flatMap(({ open, close }) => [open, close]));
  const formats = [
    ...own.map(({ open, close }): ReasoningFormat => ({ kind: 'token', open: [open], close: [close] })),
    ...REASONING_FORMATS.filter(
      ({ open, close }) => ![...open, ...close].some((spelling) => ownSpellings.has(spelling)),
    ).map((format) => (mayQuote ? { ...format, misspelled: [] } : format)),
  ];
  const marksOf = tagReader(formats);
  const tokens = formats.flatMap(({ answer = [] }) => answer.filter(({ kind }) => kind === 'token'));
  const channels = mayQuote ? () => undefined : harmonyAnswer;
  const openedBy = (prompt: string): ReasoningFormat | undefined => {
    const end = prompt.slice(-PROMPT_END).trimEnd();
    const last = marksOf(end).at(-1);
    const isOpen = last?.opens === true && last.end === end.length && last.format.kind !== 'phrase';
    return isOpen ? last.format : undefined;
  };
  return (text, prompt = '') => {
    const marks = marksOf(text);
    const led = isLed(text, marks);
    const answer = led ? undefined : channels(text);
    if (answer !== undefined) return answer;
    const { rest, taken } = visibleOf(text, marks, { mayQuote, openedBefore: openedBy(prompt) });
    const words = [...taken].flatMap(({ answer: tags = [] }) => tags.filter(({ kind }) => kind === 'word'));
    return [...tokens, ...words].reduce(withoutAnswerTags, (led ? channels(rest) : undefined) ?? rest);
  };
}
