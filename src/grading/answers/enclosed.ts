import { boxes } from './boxes.ts';
import type { Span } from './boxes.ts';

/** Text between two delimiters, with its position. */
export interface Enclosed extends Span {
  readonly content: string;
}

/** Matches every text that may contain a tag. This check is fast. */
const MAY_TAG = /[<[]/;
/** Matches a closing tag with a misspelled name. It ends the answer if no other tag does. */
const MISSPELLED_CLOSE = /<\s?[/\\]\s?\p{L}[^<>\n]{0,19}>?|<(?:end|stop)[ _]?\p{L}{0,12}>/iu;
const BREAK = /<br\s?\/?>/gi;
/** Matches tags of HTML that can be around an answer. */
const HTML = /<\/?(?:p|b|i|u|em|strong|span|div|br|code|center|li|ul|ol|h\d)(?:\s[^<>]{0,80})?\/?>/gi;
/** Patterns for tags around an answer. */
interface TagPatterns {
  readonly tag: RegExp;
  readonly close: RegExp;
  /**
   * Matches a broken opening tag at the start of a line, with or without a closing tag: `answer> 18</answer>`,
   * `(answer) 18`. If there is no bracket after the word, the closing tag is required. The opening tag may be missing if
   * the line begins with a value: `18</answer>`, and may be another tag: `<a> 18 </answer>`.
   */
  readonly half: RegExp;
  /** Matches every text that may contain half a tag. This check is fast. */
  readonly mayHalf: RegExp;
}

function tagPatterns(names: string, half: string): TagPatterns {
  return {
    tag: new RegExp(String.raw`<\s?(?:${names})\s?>|\[(?:${half})\]`, 'gi'),
    close: new RegExp(
      String.raw`<\s?[/\\]\s?(?:${names})\s?>|<(?:${names})\s?/>|\[/(?:${half})\]|(?<=\n)\s{0,3}/(?:${names})>`,
      'i',
    ),
    half: new RegExp(
      String.raw`(?<=^|\n|>\s{0,3})[ \t]{0,4}(?:[(<[]?\s?(?:${half})(?:(?:\s?[)\]>:][ \t\n]{0,4}|[ \t\n]{1,4})([^<>\n]{1,300}?)\s*<\/(?:${half})>|\s?[)\]>](?:[ \t\n]{1,4}|(?=[$€£]?[-−]?\d))([^<>\n]{1,300}?)[ \t]*(?=\n|$))|(?=[$€£]?[-−]?\d|\(?[A-J][\s.)<])([^<>\n]{1,60}?)\s{0,4}<\/(?:${half})>|<(?!think|reason|thought|step)[a-z]{1,12}>\s{0,4}([^<>\n]{1,300}?)\s{0,4}<\/(?:${half})>)`,
      'gi',
    ),
    mayHalf: new RegExp(String.raw`<\/|(?:${half})\s?[)\]>]`, 'i'),
  };
}

const ANSWER_TAGS = tagPatterns('answers?|final[_ -]?answer|choice|final|ans', 'answer');
const askedPatterns = new Map<string, TagPatterns>();
const MOST_PATTERNS = 200;

/** The patterns for tags with names that a prompt asks for. */
function patternsFor(names: readonly string[]): TagPatterns {
  const key = names.join('|');
  const known = askedPatterns.get(key);
  if (known !== undefined) return known;
  if (askedPatterns.size >= MOST_PATTERNS) askedPatterns.clear();
  const patterns = tagPatterns(key, key);
  askedPatterns.set(key, patterns);
  return patterns;
}
const JSON_KEY =
  /["'](?:(?:final|correct)[_ ]?)?ans(?:wer)?["']\s{0,8}:\s{0,8}(?:"(?!answer"\s{0,8}:)((?:[^"\\]|\\.){0,1000})"|'((?:[^'\\\n]|\\.){0,1000})'|(-?\d{1,50}(?:\.\d{1,50})?(?:[eE][-+]?\d{1,4})?(?=\s*(?:[}\]\n]|,(?!\d)|$))|true|false)|\[((?:[^\]"']|"(?:[^"\\]|\\.){0,200}"|'(?:[^'\\]|\\.){0,200}'){0,50})\])/gis;

/**
 * The contents of answer tags, in text order: of the tags that are always recognised or, if `names` is given, of the tags
 * with these names. A tag that is never closed extends to the end of the text.
 */
export function answerTags(text: string, names?: readonly string[]): readonly Enclosed[] {
  if (names?.length === 0) return [];
  const { tag, close, half, mayHalf } = names === undefined ? ANSWER_TAGS : patternsFor(names);
  const opened = MAY_TAG.test(text) ? [...text.matchAll(tag)] : [];
  if (opened.length === 0) return mayHalf.test(text) ? [...text.matchAll(half)].map(halfTag) : [];
  return opened.map((match, i) => {
    const start = match.index + match[0].length;
    const limit = opened[i + 1]?.index ?? text.length;
    const rest = text.slice(start, Math.min(limit, start + 20_000));
    const content = rest.slice(0, closeOf(rest, close));
    return {
      start: match.index,
      end: start + content.length,
      content: content.replaceAll(BREAK, '\n').replaceAll(HTML, ' '),
    };
  });
}

/** The index of the tag that ends an answer, or the text's length. */
function closeOf(rest: string, closing: RegExp): number {
  const close = rest.search(closing);
  if (close !== -1) return close;
  const misspelled = rest.replaceAll(HTML, (tag) => ' '.repeat(tag.length)).search(MISSPELLED_CLOSE);
  return misspelled === -1 ? rest.length : misspelled;
}

function halfTag(match: RegExpExecArray): Enclosed {
  const [whole, closed, open, bare, other = ''] = match;
  return { start: match.index, end: match.index + whole.length, content: closed ?? open ?? bare ?? other };
}

/** Decodes a JSON string, but keeps the backslashes of unescaped LaTeX: `"\frac"` is not a form feed. */
function unescaped(json: string): string {
  return json.replaceAll(
    /\\(?:(["'\\/])|(n)(?![a-zA-Z])|u([\da-fA-F]{4}))/g,
    (_, mark?: string, newline?: string, code?: string) => {
      if (mark !== undefined) return mark;
      return newline === undefined ? String.fromCharCode(Number.parseInt(code ?? '0', 16)) : '\n';
    },
  );
}

/** The values of the key `answer` in JSON objects and Python dictionaries. */
export function jsonAnswers(text: string): readonly Enclosed[] {
  if (!/\bans(?:wer)?["']|_ans(?:wer)?["']/i.test(text)) return [];
  return [...text.matchAll(JSON_KEY)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    content: unescaped(match[1] ?? match[2] ?? match[3] ?? match[4]?.replaceAll(/(?<!\\)["']/g, '') ?? ''),
  }));
}

/** Maximum number of boxes that can form one answer. */
const MOST_BOXES = 20;
/** Matches the text between two boxes that are parts of the same answer: `\boxed{1} and \boxed{2}`. */
const CONNECTED =
  /^(?:[\s$.~\])*]|\\[\](),; ]|\\q?quad)*(?:\p{L}+ )?(?:(?:,|;|and|or|\\text\{\s*,?\s*(?:and|or)\s*\})\s*)+(?:[\s$~[(*]|\\[[(,; ]|\\q?quad)*(?:[a-zA-Z](?:_\{?\w\}?)?\s?=\s?)?$/u;
/** Matches the name that a box's value is assigned to, as in `x = \boxed{3}`. */
const NAME_BEFORE = /(?:^|[\s$([&,])([a-zA-Z](?:_\{?\w\}?)?)\s?=\s?$/;
/** Matches text before a box's content that denies the content, as in `not \boxed{9}`. */
const DENIED = /\bnot\s?[$(\\]{0,4}\s?(?:boxed|fbox)\s?\{$/;
/**
 * Matches text next to a box that is part of its value: a sign before the box, or a root, a power or a multiplier word
 * after it.
 */
const SIGN_BEFORE = /(?:[$=(]\s?)-\s?(?:\\mathbf\{)?\\(?:boxed|fbox)\s{0,8}\{$/;
const FACTOR_BEHIND =
  /^\}?\s?(\\sqrt[^$\n]{0,40}|\\pi\b|π|\^[^$\n]{1,20}|\/\s?\d[^$\n]{0,20}|(?:\\times|\\cdot|×)[^$\n]{1,40}|\$?\s?(?:million|billion|thousand|hundred)\b)/;
/** Matches a box's content if it was copied from the instructions: `\boxed{}`, `\boxed{answer}`, `\boxed{...}`. */
const PLACEHOLDER =
  /^(?:\s|\\(?:text|mathrm)\s?\{|[{}$[\]<>…_.?]|\\(?:[cl]?dots|ldots|cdots)|your|the|final|answer|letter|number|here|value|result|ans)*$/i;

export function isPlaceholder(content: string): boolean {
  return PLACEHOLDER.test(content) && content.length <= 80;
}

/** A box's content, with any sign or factor outside the box that affects the value. */
function whatIsBoxed(text: string, { start, end }: Span): string {
  const content = text.slice(start, end);
  const sign = SIGN_BEFORE.test(text.slice(Math.max(0, start - 24), start)) ? '-' : '';
  const behind = FACTOR_BEHIND.exec(text.slice(end + 1, end + 60))?.[1] ?? '';
  return `${sign}${content}${behind.replace(/^\$/, '')}`;
}

/** The last box and any boxes joined to it by a comma, "and" or "or", in text order. */
export function lastBoxes(
  text: string,
): { readonly start: number; readonly end: number; readonly parts: readonly string[] } | undefined {
  const all = boxes(text).filter(
    ({ start, end }) =>
      !isPlaceholder(text.slice(start, Math.min(end, start + 100))) &&
      !DENIED.test(text.slice(Math.max(0, start - 24), start)),
  );
  const last = all.at(-1);
  if (last === undefined) return undefined;
  const parts: string[] = [];
  const names: string[] = [];
  let first = last;
  for (const box of all.toReversed()) {
    if (parts.length > 0) {
      const between = text.slice(box.end + 1, first.start);
      if (between.length > 60 || !CONNECTED.test(between.replace(/\\(?:boxed|fbox|framebox)\s*\{?$/, '')))
        break;
    }
    parts.push(whatIsBoxed(text, box));
    const before = text.slice(Math.max(0, box.start - 30), box.start).replace(/\\(?:boxed|fbox)\s*\{$/, '');
    names.push(NAME_BEFORE.exec(before)?.[1] ?? '');
    first = box;
    if (parts.length === MOST_BOXES) break;
  }
  // If the boxes contain the values of different names, the names are kept to distinguish the values.
  const isNamed = new Set(names).size === parts.length && parts.length > 1 && !names.includes('');
  const named = isNamed ? parts.map((part, at) => `${names[at] ?? ''}=${part}`) : parts;
  return { start: first.start, end: last.end, parts: named.toReversed() };
}
