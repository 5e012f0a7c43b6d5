import { ReversalCheckError } from '../errors.ts';
import type { Item, Suite } from '../evalset/suite.ts';
import type { Completion } from '../servers/chat/completion.ts';
import type { Grade, Grader } from './grader.ts';
import { NoGrade } from './no-grade.ts';
import type { GradedItem, GradedSample } from './outcome.ts';
import { pairWithItems, type SampleProblem, type Side } from './pairing.ts';
import type { Tags } from '../config/schema/reasoning-tags.ts';
import { reasoningReader, type WithoutReasoning } from './answers/reasoning.ts';

/** Whether the reasoning at the start of a completion is included when solutions are compared. */
export type ReasoningRule = 'strip' | 'keep';

export interface GradeSuiteOptions {
  readonly suite: Suite;
  /** The suite's grader; undefined on open suites, where no answer is right or wrong. */
  readonly grader: Grader | undefined;
  /** Both sides' completions, in any order. Completions of other suites are ignored. */
  readonly generations: { readonly old: readonly Completion[]; readonly new: readonly Completion[] };
  readonly reasoning: ReasoningRule;
  /** Reasoning tags in addition to those of the known formats; default: none. */
  readonly reasoningTags?: readonly Tags[];
  /** Called for each item as soon as all its samples are graded. Items may be graded in any order. */
  readonly onItem?: (item: GradedItem) => void;
}

export interface GradedSuite {
  /** Every item of the suite, in the suite's order; an item without completions has no samples. */
  readonly items: readonly GradedItem[];
  /** Completions that do not belong to any sample, ordered by side (`old` first), kind, id and index. */
  readonly problems: readonly SampleProblem[];
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Returns the sample if no grader is needed because the sample failed or was truncated. `text` is compared between
 * samples; `visible` is the text after the reasoning.
 */
function ungraded(generation: Completion, text: string, visible: string): GradedSample | undefined {
  const { index, error, finish_reason: finishReason } = generation;
  if (typeof error === 'string')
    return { index, outcome: 'failed', text: '', reason: error || 'no reason given' };
  if (finishReason === 'content_filter') {
    return { index, outcome: 'failed', text: '', reason: 'stopped by a content filter' };
  }
  if (finishReason !== 'length') return undefined;
  const endedInReasoning = visible.trim() === '' && { endedInReasoning: true as const };
  return { index, outcome: 'truncated', text, ...endedInReasoning, ...reasoningTokensOf(generation) };
}

function reasoningTokensOf({ usage }: Completion): Pick<GradedSample, 'reasoningTokens'> {
  const tokens = usage?.reasoning_tokens;
  return tokens === undefined ? {} : { reasoningTokens: tokens };
}

const BLANK: Readonly<Record<NonNullable<GradedSample['blank']>, string>> = {
  empty: 'the completion is empty',
  'only-reasoning': 'the completion has no text after its reasoning',
  'reasoning-apart': 'the server returned reasoning but no text',
};

function blankOf({ text, reasoning_only: isApart }: Completion, visible: string): GradedSample['blank'] {
  if (visible.trim() !== '') return undefined;
  if (text.trim() !== '') return 'only-reasoning';
  return isApart === true ? 'reasoning-apart' : 'empty';
}

function gradeSample(
  generation: Completion,
  item: Item,
  refusal: string | undefined,
  withoutReasoning: WithoutReasoning,
  { grader, reasoning }: GradeSuiteOptions,
): GradedSample | Promise<GradedSample> {
  const { index } = generation;
  const visible = withoutReasoning(generation.text, item.messages.at(-1)?.content);
  const text = reasoning === 'strip' ? visible : generation.text;
  const asIs = ungraded(generation, text, visible);
  if (asIs !== undefined) return asIs;
  if (grader === undefined) return { index, outcome: 'correct', text, ...reasoningTokensOf(generation) };
  const failed = (reason: string): GradedSample => ({ index, outcome: 'failed', text: '', reason });
  if (refusal !== undefined) return failed(`the grader ${grader.name} cannot grade this item: ${refusal}`);
  // Files may contain outcomes without texts.
  const isGiven = (generation.outcome ?? undefined) !== undefined;
  const graded = ({ outcome, answer, rule, lenient, key, reason }: Grade): GradedSample => {
    const blank = isGiven || outcome === 'correct' ? undefined : blankOf(generation, visible);
    const why = reason ?? (blank && BLANK[blank]);
    return {
      index,
      outcome,
      text,
      ...reasoningTokensOf(generation),
      ...(answer !== undefined && { answer }),
      ...(rule !== undefined && { rule }),
      ...(lenient !== undefined && { lenient }),
      ...(key !== undefined && { key }),
      ...(blank !== undefined && { blank }),
      ...(why !== undefined && { reason: why }),
    };
  };
  const notGraded = (cause: unknown): GradedSample => {
    if (cause instanceof ReversalCheckError) throw cause;
    if (cause instanceof NoGrade)
      return failed(`the grader ${grader.name} returned no grade: ${cause.message}`);
    return failed(`the grader ${grader.name} crashed: ${messageOf(cause)}`);
  };
  try {
    const grade = grader.grade(visible, item, {
      outcome: generation.outcome ?? undefined,
      answer: generation.answer ?? undefined,
    });
    return grade instanceof Promise ? grade.then(graded, notGraded) : graded(grade);
  } catch (cause) {
    // Rejects rather than throws, because other samples of the item may still be in progress.
    return cause instanceof ReversalCheckError ? Promise.reject(cause) : notGraded(cause);
  }
}

/**
 * Grades both sides' completions for a suite (method.md, section "What is compared"). The order of the completions
 * makes no difference.
 *
 * - `error`, a content filter or a grader that throws: `failed`, with the reason.
 * - stopped by the token limit: `truncated`, even if an answer could be read.
 * - no grader (open suites): every other sample is `correct`, which means only that the sample counts.
 *
 * The answer is always read from the text after the reasoning; `reasoning` determines whether the reasoning is part of
 * the text that is compared between samples. The grader is called for all samples without waiting for earlier results.
 *
 * @throws ReversalCheckError thrown by the grader; Error if a suite with right answers has no grader, which is a bug in
 * the caller
 */
export async function gradeSuite(options: GradeSuiteOptions): Promise<GradedSuite> {
  const { suite, grader, generations } = options;
  if (grader === undefined && suite.role !== 'open') {
    throw new Error(`suite ${suite.name} has role ${suite.role} and no grader`);
  }
  const sides = {
    old: pairWithItems(suite, 'old', generations.old),
    new: pairWithItems(suite, 'new', generations.new),
  };
  const withoutReasoning = reasoningReader(options.reasoningTags);
  const gradeSide = (
    side: Side,
    item: Item,
    refusal: string | undefined,
  ): GradedSample[] | Promise<GradedSample[]> =>
    inHand(
      (sides[side].byItem.get(item.id) ?? []).map((generation) =>
        gradeSample(generation, item, refusal, withoutReasoning, options),
      ),
    );
  const gradeItem = async (item: Item): Promise<GradedItem> => {
    const refusal = grader?.checkItem(item);
    const both = inHand([gradeSide('old', item, refusal), gradeSide('new', item, refusal)]);
    // Most graders return synchronously. In that case, there is no `await`, so `onItem` is called for this item before
    // the next item is graded.
    const [ofOld = [], ofNew = []] = both instanceof Promise ? await both : both;
    const { id, group, cluster } = item;
    const chance = grader?.chanceOf?.(item);
    const graded = { id, group, cluster, ...(chance !== undefined && { chance }), old: ofOld, new: ofNew };
    options.onItem?.(graded);
    return graded;
  };
  const items = await Promise.all(suite.items.map(gradeItem));
  return { items, problems: [...sides.old.problems, ...sides.new.problems] };
}

/**
 * Returns the values synchronously if none of them is pending, because a promise for each value would cost more than
 * grading.
 */
function inHand<T>(values: (T | Promise<T>)[]): T[] | Promise<T[]> {
  return values.every((value): value is T => !(value instanceof Promise)) ? values : Promise.all(values);
}
