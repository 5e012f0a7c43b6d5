/**
 * The outcome of a sample (method.md, section "What is compared"). `unparseable` and `truncated` count as incorrect and
 * are reported separately. `failed` does not count at all: a network error is never the model's mistake.
 */
export type Outcome = 'correct' | 'incorrect' | 'unparseable' | 'truncated' | 'failed';

/** One side's completion of an item, with its grade. */
export interface GradedSample {
  /** Index among the side's samples of the item, from 0. */
  readonly index: number;
  readonly outcome: Outcome;
  /** The completion's text, as compared between samples (without reasoning if so configured). Empty if `failed`. */
  readonly text: string;
  /** The answer extracted from the text, in canonical form; absent if none was found. */
  readonly answer?: string;
  /** Name of the extraction rule that found the answer. */
  readonly rule?: string;
  /**
   * Identifies the approach that the solution used, if the grader can determine it; if absent, the approach is derived
   * from the equations in the text.
   */
  readonly key?: string;
  /**
   * The lenient grade, if it differs from `outcome`: the right value is the last number, formula or option in the text,
   * although the completion states another answer or none. Accuracy never counts it.
   */
  readonly lenient?: 'correct';
  /** Tokens of reasoning, as counted by the server; absent if it does not count them. */
  readonly reasoningTokens?: number;
  /**
   * Why the completion contains no answer: it is empty, it has no text after its reasoning, or it is empty because the
   * server returned only reasoning, in a separate field.
   */
  readonly blank?: 'empty' | 'only-reasoning' | 'reasoning-apart';
  /** Set for a truncated sample that has no text after its reasoning. */
  readonly endedInReasoning?: true;
  /** Why the sample failed or could not be graded. */
  readonly reason?: string;
}

/** An item with the graded samples of both sides, ordered by index. */
export interface GradedItem {
  readonly id: string;
  readonly group: string | undefined;
  readonly cluster: string;
  /** Probability that a guess is right; absent if guessing is not possible or the options are unknown. */
  readonly chance?: number | undefined;
  readonly old: readonly GradedSample[];
  readonly new: readonly GradedSample[];
}
