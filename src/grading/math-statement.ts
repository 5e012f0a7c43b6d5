import { boxes } from './boxed.ts';
import { MAX_ANSWER_LENGTH, statements } from './statements.ts';

/** How the answer was found. */
export type MathRule = 'boxed' | 'answer-marker' | 'last-math' | 'last-number' | 'whole-text';

/** What a text states as its answer, without what stands around it. */
export interface MathStatement {
  readonly rule: MathRule;
  /** LaTeX or plain text, of at most 1,000 characters; undefined where it is longer. */
  readonly answer: string | undefined;
}

const MARKER =
  /\b(?:[Ff]inal )?[Aa]nswer(?: (?:to|for) [^\n.:=]{1,60}?)?[*_]{0,3}[ \t]{0,3}(?:[:=]|\b(?:is|would be|equals)\b)/g;
/** Math in a text: `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` over lines. */
const MATH =
  /\$\$([^$]{1,1000})\$\$|(?<![\\$])\$([^$\n]{1,1000}?)(?<!\\)\$(?!\$)|\\\[((?:[^\\]|\\[^\]]){1,1000})\\\]|\\\(((?:[^\\\n]|\\[^)\n]){1,1000})\\\)/g;
const NUMBER =
  /(?<![\p{L}\d_.,/^])(?:[-−+]\s?)?[$€£]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s?\/\s?\d+)?(?:\s?\\?%)?(?!\d)/gu;
/** Between two boxes that are parts of one answer: `\boxed{1} and \boxed{2}`. */
const CONNECTED =
  /^(?:[\s$.~\])]|\\[\](),; ]|\\q?quad)*(?:\p{L}+ )?(?:,|;|and|or|\\text\{\s*,?\s*(?:and|or)\s*\})+(?:[\s$~[(]|\\[[(,; ]|\\q?quad)*$/u;
/** The last verb of a sentence that says what something is. */
const VERB =
  /^.*(?:\b(?:is|are|equals)\b|≈|:)(?: (?:therefore|thus|simply|just|exactly|equal to))*\s*(?=\S)/su;

/** More boxes in a row are no answer of several parts. */
const MOST_BOXES = 20;

function within(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length > MAX_ANSWER_LENGTH ? undefined : trimmed;
}

/** The contents of the last box, and of those right before it that are joined to it by a comma, "and" or "or". */
function inBoxes(text: string): MathStatement | undefined {
  const all = boxes(text);
  const parts: string[] = [];
  let limit: number | undefined;
  for (const { start, end } of all.toReversed()) {
    if (limit !== undefined) {
      const between = text.slice(end + 1, limit);
      if (between.length > 60 || !CONNECTED.test(between.replace(/\\(?:boxed|fbox)\s*\{$/, ''))) break;
    }
    parts.push(text.slice(start, end));
    limit = start;
    if (parts.length === MOST_BOXES) break;
  }
  parts.reverse();
  const [only, ...others] = parts;
  if (only === undefined) return undefined;
  const answer = others.length === 0 ? only : `\\{${parts.map((part) => part.trim()).join(', ')}\\}`;
  return answer.trim() === '' ? undefined : { rule: 'boxed', answer: within(answer) };
}

/** From the first math of a text to its last, without the delimiters; undefined where there is none. */
function mathIn(text: string): string | undefined {
  const found = [...text.matchAll(MATH)];
  const [first, last] = [found[0], found.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return text.slice(first.index, last.index + last[0].length);
}

/** The first sentence, whose end is no point within a number or within math. */
function firstSentence(text: string): string {
  let end = -1;
  const ends = /[.!?](?=\s|\*|$)|\$[^$]*\$|\\\(.*?\\\)|\\\[.*?\\\]/gsu;
  for (const match of text.matchAll(ends)) {
    if (match[0].length > 1) continue;
    end = match.index;
    break;
  }
  return end === -1 ? text : text.slice(0, end);
}

/** What a sentence says that something is: its math, or what stands after its last verb. */
function stated(sentence: string): string | undefined {
  const after = sentence.replace(VERB, '');
  const math = mathIn(after);
  if (math !== undefined) return math;
  const plain = after.replaceAll(/[*_`"“”]+/g, ' ').trim();
  return plain === '' ? mathIn(sentence) : plain;
}

function afterMarker(text: string): MathStatement | undefined {
  for (const statement of statements(text, MARKER)) {
    const plain = text.slice(statement.start, statement.end);
    if (/^not\b/i.test(plain)) continue;
    const opensDisplay = /^(?:\$\$|\\\[)\s*$/.test(plain.trim());
    const sentence = opensDisplay ? text.slice(statement.start, statement.start + MAX_ANSWER_LENGTH) : plain;
    const answer = opensDisplay ? mathIn(sentence) : stated(firstSentence(sentence));
    if (answer !== undefined && /[\p{L}\p{N}\\]/u.test(answer)) {
      return { rule: 'answer-marker', answer: statement.cut ? undefined : within(answer) };
    }
  }
  return undefined;
}

/** How far before the end of a text math and numbers are looked for that nothing marks. */
const SEARCHED = 4000;

/** Whether the text is an answer and nothing else. */
function isBare(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 200 &&
    !/\n|\$[^$]+\$|\\[([]|\p{L}\d\p{L}/u.test(text) &&
    !/\p{L}{2,}[\s,]+\p{L}{2,}/u.test(text.replaceAll(/\\[a-zA-Z]+/g, ''))
  );
}

function lastMath(whole: string): MathStatement | undefined {
  if (isBare(whole.trim())) return { rule: 'whole-text', answer: whole.trim() };
  const text = whole.slice(-SEARCHED);
  const math = [...text.matchAll(MATH)].at(-1);
  const mathEnd = math === undefined ? -1 : math.index + math[0].length;
  const number = [...text.matchAll(NUMBER)].at(-1);
  if (number !== undefined && number.index > mathEnd && (math !== undefined || !/\\[([]/.test(text))) {
    return { rule: 'last-number', answer: number[0].trim() };
  }
  if (math === undefined) return undefined;
  return { rule: 'last-math', answer: (math[1] ?? math[2] ?? math[3] ?? math[4] ?? '').trim() };
}

/**
 * The answer that a completion states: in its last boxes, or after its last "final answer is" or "Answer:". Where
 * `unmarked` is asked for, else its last math or number.
 */
export function mathStatement(text: string, unmarked: boolean): MathStatement | undefined {
  return inBoxes(text) ?? afterMarker(text) ?? (unmarked ? lastMath(text) : undefined);
}

/** The right answer: a bare one as it stands, or what a whole solution with a box or a marked answer states. */
export function goldStatement(answer: string): string | undefined {
  const isSolution = /\\boxed|\\fbox|[Aa]nswer/.test(answer);
  const found = isSolution ? (inBoxes(answer) ?? afterMarker(answer)) : undefined;
  const gold = found === undefined ? within(answer) : found.answer;
  return gold === '' ? undefined : gold;
}
