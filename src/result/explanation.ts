import type { Outcome } from '../grading/outcome.ts';
import { jsonForLogs } from './text/log-commands.ts';
import type { MeasureResult } from './result.ts';

/** One completion with its grade. */
export interface ExplainedSample {
  readonly index: number;
  readonly outcome: Outcome;
  /** The extracted answer; null if no answer was found. */
  readonly answer: string | null;
  /** The rule that found the answer. */
  readonly rule: string | null;
  /**
   * The lenient grade: `correct` if the last value in the text is right although the strict grade differs; otherwise
   * null.
   */
  readonly lenient: 'correct' | null;
  /** The grader's reason why the completion is not correct; null if the grader gave no reason. */
  readonly reason: string | null;
  /**
   * The approach that the solution uses: the grader's key, or the equations. Empty if no approach is recognized or if
   * the solution is not correct.
   */
  readonly way: readonly string[];
  /** The text that was graded and compared; null if the completion is not available. */
  readonly text: string | null;
}

/** One side of an item, with all of that side's samples. */
export interface ExplainedSide {
  /** The measure's value on this item; null if an item was requested instead of a measure. */
  readonly value: number | null;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** At most five answers with their counts, most frequent first. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** The number of different approaches among this side's correct samples; null if completions are not available. */
  readonly ways: number | null;
  /** The completions that best illustrate this side. */
  readonly samples: readonly ExplainedSample[];
}

export interface ExplainedItem {
  readonly suite: string;
  readonly id: string;
  readonly group: string | null;
  /** The prompt with all its messages; null if the eval set no longer contains this item. */
  readonly prompt: string | null;
  readonly right_answer: string | null;
  readonly old: ExplainedSide;
  readonly new: ExplainedSide;
}

/** An explanation of a measure's change, or of one item. */
export interface Explanation {
  readonly versions: { readonly old: string; readonly new: string };
  /** The explained measure; undefined if an item was requested. */
  readonly measure: MeasureResult | undefined;
  /** The number of items in the measure, and how many of them moved in each direction. */
  readonly moved: { readonly items: number; readonly up: number; readonly down: number } | undefined;
  /** The explained items, largest change first. */
  readonly items: readonly ExplainedItem[];
  /** Complete sentences that explain which data are missing and why. */
  readonly notes: readonly string[];
}

/** An explanation as a single JSON value, with a final newline. */
export const serialiseExplanation = ({ measure, moved, ...rest }: Explanation): string =>
  `${jsonForLogs({ measure: measure ?? null, moved: moved ?? null, ...rest }, 2)}\n`;
