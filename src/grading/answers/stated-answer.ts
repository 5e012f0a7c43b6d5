/** The rule that found an answer. */
type StatementRule =
  | 'hashes'
  | 'boxed'
  | 'answer-tag'
  | 'answer-call'
  | 'json'
  | 'answer-marker'
  | 'answer-heading'
  | 'answer-line'
  | 'prompt-marker'
  | 'bold-ending'
  | 'conclusion'
  | 'last-line'
  | 'last-sentence'
  | 'whole-text';

/**
 * Maximum length of an answer, in UTF-16 code units. The limit is longer than any real answer, and bounds the work that
 * hostile text can cause.
 */
export const MAX_ANSWER_LENGTH = 1000;

/** An answer as written in a completion, before a grader reads it as a number, a formula or an option. */
export interface StatedAnswer {
  /** One of {@link StatementRule}, or a grader-specific rule. */
  readonly rule: StatementRule | (string & {});
  /** The answer without its marker and delimiters; not blank, at most {@link MAX_ANSWER_LENGTH} long. */
  readonly text: string;
  /**
   * `whole`: the text is only the answer, as in a box. `sentence`: the answer is at the start of the text or in its first
   * sentence. `label`: like `sentence`, but the text follows "Answer:" or a heading and may be a whole solution.
   */
  readonly form: 'whole' | 'sentence' | 'label';
  /**
   * The answer's start index in the completion. Negative if the answer has no marker; a lower value means a weaker
   * answer.
   */
  readonly at: number;
  /** Whether the answer is on a line below its marker. */
  readonly isBelow: boolean;
  /** Whether only closing remarks follow the first line of the answer. */
  readonly isLast: boolean;
  /** Up to 80 characters of the text after the answer. */
  readonly after: string;
  /** Whether the text was cut at {@link MAX_ANSWER_LENGTH}. */
  readonly isCut: boolean;
  /** Whether the text is the content of tags, which may be a whole solution. Default: false. */
  readonly isTagged?: boolean;
  /** The last result of the working, if the statement repeats it. */
  readonly repeats?: string;
}

/** A place in the text that announces an answer. */
export interface Marker {
  readonly start: number;
  /** The earliest index at which the statement can begin. */
  readonly end: number;
  readonly rule: string;
  readonly form: StatedAnswer['form'];
}

/** A statement that consists only of the answer, such as a box's content; undefined if it is blank. */
export function whole(rule: StatedAnswer['rule'], content: string, at: number): StatedAnswer | undefined {
  const text = content.trim();
  if (text === '') return undefined;
  const isCut = text.length > MAX_ANSWER_LENGTH;
  const kept = isCut ? text.slice(0, MAX_ANSWER_LENGTH) : text;
  return { rule, text: kept, form: 'whole', at, isBelow: false, isLast: true, after: '', isCut };
}

/** A sentence without a marker. A lower `at` means a weaker answer. */
export function unmarkedSentence(rule: StatedAnswer['rule'], text: string, at: number): StatedAnswer {
  return { rule, text, form: 'sentence', at, isBelow: false, isLast: true, after: '', isCut: false };
}

/** Rules with delimiters around the answer, which ensure that the answer is not merely hypothetical. */
export const ENCLOSING: ReadonlySet<string> = new Set(['answer-tag', 'answer-call', 'json']);

/** A statement that is the content of tags; undefined if it is blank. */
export function tagged(rule: StatedAnswer['rule'], content: string, at: number): StatedAnswer | undefined {
  const stated = whole(rule, content, at);
  return stated && { ...stated, isTagged: true };
}
