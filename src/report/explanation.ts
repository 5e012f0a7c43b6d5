import type { Outcome } from '../grading/outcome.ts';
import { jsonForLogs } from './log-commands.ts';
import type { MeasureResult } from './result.ts';

/** One completion, with what its grader made of it. */
export interface ExplainedSample {
  readonly index: number;
  readonly outcome: Outcome;
  /** Null where none was found. */
  readonly answer: string | null;
  /** The rule that found the answer. */
  readonly rule: string | null;
  /** `correct` where the right value is the last one of the text, though the grade is another; else null. */
  readonly lenient: 'correct' | null;
  /** Why it is not correct, where that was told. */
  readonly reason: string | null;
  /** The way that its solution takes: the grader's key, or its equations. Empty where none is shown or it is not correct. */
  readonly way: readonly string[];
  /** As graded and compared; null where the completion is not at hand. */
  readonly text: string | null;
}

/** One side of an item, all of its samples. */
export interface ExplainedSide {
  /** What the measure is on this item; null where an item was asked for and not a measure. */
  readonly value: number | null;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Its answers with how often each was given, the most frequent first; at most five. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** How many different ways its correct samples take; null where completions are not at hand. */
  readonly ways: number | null;
  /** The completions that show it best. */
  readonly samples: readonly ExplainedSample[];
}

export interface ExplainedItem {
  readonly suite: string;
  readonly id: string;
  readonly group: string | null;
  /** What is asked, all messages; null where the eval set has no such item any more. */
  readonly prompt: string | null;
  readonly right_answer: string | null;
  readonly old: ExplainedSide;
  readonly new: ExplainedSide;
}

/** What moved a measure, or what became of one item. */
export interface Explanation {
  readonly versions: { readonly old: string; readonly new: string };
  /** Undefined where an item was asked for. */
  readonly measure: MeasureResult | undefined;
  /** Of the measure's items: how many there are, and how many moved each way. */
  readonly moved: { readonly items: number; readonly up: number; readonly down: number } | undefined;
  /** What moved it most first. */
  readonly items: readonly ExplainedItem[];
  /** Whole sentences: what is lacking, and why. */
  readonly notes: readonly string[];
}

/** An explanation as JSON, one value. Ends with a line end. */
export const serialiseExplanation = ({ measure, moved, ...rest }: Explanation): string =>
  `${jsonForLogs({ measure: measure ?? null, moved: moved ?? null, ...rest }, 2)}\n`;
