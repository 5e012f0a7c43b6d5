/** How an answer was found. */
type StatementRule =
  | 'hashes'
  | 'boxed'
  | 'answer-tag'
  | 'answer-call'
  | 'json'
  | 'answer-marker'
  | 'answer-heading'
  | 'bold-ending'
  | 'conclusion'
  | 'last-line'
  | 'last-sentence'
  | 'whole-text';

/** Longer than any answer; bounds the work that a hostile text can ask for. In UTF-16 code units. */
export const MAX_ANSWER_LENGTH = 1000;

/** What a completion states as its answer, before it is read as a number, a formula or an option. */
export interface StatedAnswer {
  /** One of {@link StatementRule}, or a rule of the grader's own. */
  readonly rule: StatementRule | (string & {});
  /** Without the marker and what encloses it; not blank, at most {@link MAX_ANSWER_LENGTH} long. */
  readonly text: string;
  /**
   * `whole`: the text is the answer and nothing else, as in a box. `sentence`: the answer begins the text or stands in its
   * first sentence. `label`: the same, but what follows "Answer:" or a heading may also be a whole solution.
   */
  readonly form: 'whole' | 'sentence' | 'label';
  /** Index in the completion at which the statement begins; below 0 where nothing marks it, the lower the weaker. */
  readonly at: number;
  /** Whether it stands on a line below its marker. */
  readonly isBelow: boolean;
  /** Whether nothing but closing words stands in the completion after its first line. */
  readonly isLast: boolean;
  /** What follows the text, up to 80 characters. */
  readonly after: string;
  /** Whether the text was cut at {@link MAX_ANSWER_LENGTH}. */
  readonly isCut: boolean;
  /** The last result of the working above a sentence that nothing marks, where the sentence repeats it. */
  readonly repeats?: string;
}

/** Where an answer is about to be stated. */
export interface Marker {
  readonly start: number;
  /** Where the statement may begin. */
  readonly end: number;
  readonly rule: string;
  readonly form: StatedAnswer['form'];
}

/** A statement that is all of a part of a text, such as what stands in a box; undefined where that is blank. */
export function whole(rule: StatedAnswer['rule'], content: string, at: number): StatedAnswer | undefined {
  const text = content.trim();
  if (text === '') return undefined;
  const isCut = text.length > MAX_ANSWER_LENGTH;
  const kept = isCut ? text.slice(0, MAX_ANSWER_LENGTH) : text;
  return { rule, text: kept, form: 'whole', at, isBelow: false, isLast: true, after: '', isCut };
}

/** A sentence that nothing marks; the lower `at` the weaker. */
export function unmarkedSentence(rule: StatedAnswer['rule'], text: string, at: number): StatedAnswer {
  return { rule, text, form: 'sentence', at, isBelow: false, isLast: true, after: '', isCut: false };
}

/** Rules by which something encloses all of an answer, which is then never only supposed. */
export const ENCLOSING: ReadonlySet<string> = new Set(['answer-tag', 'answer-call', 'json']);
