import { isAnswerLabel } from './asked/answer-words.ts';
import type { Marker } from './stated-answer.ts';

/** Matches a label of up to three words before a colon, an equals sign or an arrow, at the start of a line. */
const LABELLED =
  /^[ \t*_#>•`-]{0,10}([\p{L}\p{M}][\p{L}\p{M} _'’-]{1,40}?)[*_`]{0,3}[ \t]{0,3}(?:[:：]|[-=~]{0,2}>{1,2}|={1,2}|→|⇒|⟹|≈)/u;
/** Matches the start of a value: a number, a formula or a single letter. */
const BEGINS_WITH_VALUE =
  /^[\s*_`"'“([{<$\\]{0,8}(?:[-−–+±]?\s?(?:US)?[$€£¥₹]?\s?(?:\p{N}|\.\d|\\(?:frac|sqrt|boxed|text|pi)|√|π)|[A-Ja-j](?![\p{L}\p{M}'’]))/u;
/** Matches a letter or number in a label, which shows that the label is one of several. */
const ONE_OF_SEVERAL = /(?<![\p{L}'’])[\p{Script=Latin}](?![\p{L}'’])|\p{N}/u;
/** Matches a second number in a second clause: "14 thefts, for $1,400 in all". */
const SEVERAL = /[,，;；、。]\s?[^\d=]*\p{L}[^=]*\d/u;
const LONGEST_LINE = 160;
/** Matches scripts without spaces, in which a longer label is a sentence. */
const JOINED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const LONGEST_JOINED = 8;

function labelOf(line: string): { label: string; end: number } | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const match = LABELLED.exec(line);
  const label = match?.[1]?.trim() ?? '';
  const isShort = label.split(/\s+/).length <= 3 && (!JOINED.test(label) || label.length <= LONGEST_JOINED);
  if (match === null || !isShort || ONE_OF_SEVERAL.test(label)) return undefined;
  return isAnswerLabel(label) ? { label, end: match[0].length } : undefined;
}

/** The index at which the line ending at `end` begins. */
function lineStart(text: string, end: number): number {
  return end <= 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
}

/**
 * The marker in a last line that labels its value as the answer: "Output: (C)", "RESULT= 5", "Solution => 5". `end` is
 * the index at which the line ends. If several lines have the same label, the last one gives only one of several values.
 */
export function answerLine(text: string, end: number): Marker | undefined {
  const start = lineStart(text, end);
  const line = text.slice(start, end);
  const found = labelOf(line);
  const value = found === undefined ? '' : line.slice(found.end);
  if (found === undefined || !BEGINS_WITH_VALUE.test(value) || SEVERAL.test(value)) return undefined;
  const above = text.slice(0, Math.max(0, start - 1)).trimEnd();
  const before = labelOf(above.slice(lineStart(above, above.length)));
  if (before?.label.toLowerCase() === found.label.toLowerCase()) return undefined;
  return { start, end: start + found.end, rule: 'answer-line', form: 'label' };
}
