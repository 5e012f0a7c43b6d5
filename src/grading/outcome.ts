/**
 * What became of a sample (method.md, section 1). `unparseable` and `truncated` count as incorrect and are counted
 * apart; `failed` counts as nothing: a network error is never the model's mistake.
 */
export type Outcome = 'correct' | 'incorrect' | 'unparseable' | 'truncated' | 'failed';

/** One completion of one item by one side, with what its grader made of it. */
export interface GradedSample {
  /** Place among the item's samples, from 0. */
  readonly index: number;
  readonly outcome: Outcome;
  /** The completion as compared between samples (reasoning stripped where the config says so). Empty where `failed`. */
  readonly text: string;
  /** The answer extracted from the text, in canonical form; absent where none was found. */
  readonly answer?: string;
  /** Name of the extraction rule that found the answer. */
  readonly rule?: string;
  /** The way the solution took, where the grader can name it; else it is read from the text's equations. */
  readonly key?: string;
  /**
   * The lenient grade, where it differs from `outcome`: the right value is the last number, formula or option of the
   * text, though the completion states another answer or none. Accuracy never counts it.
   */
  readonly lenient?: 'correct';
  /** Tokens of reasoning, as the server counts them; absent where it does not. */
  readonly reasoningTokens?: number;
  /** What a completion lacks that holds no answer: all text, or what should stand after the reasoning. */
  readonly blank?: 'empty' | 'only-reasoning';
  /** A truncated sample that has nothing after its reasoning. */
  readonly endedInReasoning?: true;
  /** Why it failed, or why it could not be graded. */
  readonly reason?: string;
}

/** An item with the graded samples of both sides, ordered by index. */
export interface GradedItem {
  readonly id: string;
  readonly group: string | undefined;
  readonly cluster: string;
  /** Probability that a guess is right; absent where guessing is no way, or the options are not known. */
  readonly chance?: number | undefined;
  readonly old: readonly GradedSample[];
  readonly new: readonly GradedSample[];
}
