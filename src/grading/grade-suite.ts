import { ReversalCheckError } from '../errors.ts';
import type { Item, Suite } from '../evalset/suite.ts';
import type { Generation } from '../sampling/generation.ts';
import type { Grader } from './grader.ts';
import { NoGrade } from './no-grade.ts';
import type { GradedItem, GradedSample } from './outcome.ts';
import { pairWithItems, type SampleProblem, type Side } from './pairing.ts';
import { withoutReasoning } from './reasoning.ts';

/** Whether the reasoning a completion begins with (`<think>…</think>`) counts when solutions are compared. */
export type ReasoningRule = 'strip' | 'keep';

export interface GradeSuiteOptions {
  readonly suite: Suite;
  /** Undefined on open suites, where no answer is right or wrong. */
  readonly grader: Grader | undefined;
  /** Both sides' generations in any order; those of other suites are left out. */
  readonly generations: { readonly old: readonly Generation[]; readonly new: readonly Generation[] };
  readonly reasoning: ReasoningRule;
}

export interface GradedSuite {
  /** Every item of the suite, in its order; an item without generations has no samples. */
  readonly items: readonly GradedItem[];
  /** Generations with no place: old's before new's, then by kind, id and index. */
  readonly problems: readonly SampleProblem[];
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function ungraded(generation: Generation, text: string): GradedSample | undefined {
  const { index, error, finish_reason: finishReason } = generation;
  if (typeof error === 'string')
    return { index, outcome: 'failed', text: '', reason: error || 'no reason was given' };
  if (finishReason === 'content_filter') {
    return { index, outcome: 'failed', text: '', reason: 'stopped by a content filter' };
  }
  return finishReason === 'length' ? { index, outcome: 'truncated', text } : undefined;
}

async function gradeSample(
  generation: Generation,
  item: Item,
  refusal: string | undefined,
  { grader, reasoning }: GradeSuiteOptions,
): Promise<GradedSample> {
  const { index } = generation;
  const visible = withoutReasoning(generation.text);
  const text = reasoning === 'strip' ? visible : generation.text;
  const asIs = ungraded(generation, text);
  if (asIs !== undefined) return asIs;
  if (grader === undefined) return { index, outcome: 'correct', text };
  const failed = (reason: string): GradedSample => ({ index, outcome: 'failed', text: '', reason });
  if (refusal !== undefined) return failed(`the grader ${grader.name} cannot grade this item: ${refusal}`);
  try {
    const { outcome, answer, rule, key, reason } = await grader.grade(visible, item, {
      outcome: generation.outcome ?? undefined,
      answer: generation.answer ?? undefined,
    });
    return {
      index,
      outcome,
      text,
      ...(answer !== undefined && { answer }),
      ...(rule !== undefined && { rule }),
      ...(key !== undefined && { key }),
      ...(reason !== undefined && { reason }),
    };
  } catch (cause) {
    if (cause instanceof ReversalCheckError) throw cause;
    if (cause instanceof NoGrade) return failed(`the grader ${grader.name} gave no grade: ${cause.message}`);
    return failed(`the grader ${grader.name} crashed: ${messageOf(cause)}`);
  }
}

/**
 * Grades both sides' generations of a suite (method.md, section 1). The order of the generations changes nothing.
 *
 * - `error`, a content filter or a grader that throws: `failed`, with the reason.
 * - stopped by the token limit: `truncated`, even where an answer could be read.
 * - no grader (open suites): every other sample is `correct`, which there means only that it counts.
 *
 * The answer is always read from the text after the reasoning; `reasoning` decides whether the reasoning is part of the
 * text that is compared between samples. The grader is asked for all samples at once.
 *
 * @throws ReversalCheckError that the grader throws; Error where a suite with right answers comes without a grader: a bug
 *   of the caller
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
  const gradeSide = (side: Side, item: Item, refusal: string | undefined): Promise<GradedSample[]> =>
    Promise.all(
      (sides[side].byItem.get(item.id) ?? []).map((generation) =>
        gradeSample(generation, item, refusal, options),
      ),
    );
  const items = await Promise.all(
    suite.items.map(async (item): Promise<GradedItem> => {
      const refusal = grader?.checkItem(item);
      const [ofOld, ofNew] = await Promise.all([
        gradeSide('old', item, refusal),
        gradeSide('new', item, refusal),
      ]);
      const { id, group, cluster } = item;
      const chance = grader?.chanceOf?.(item);
      return { id, group, cluster, ...(chance !== undefined && { chance }), old: ofOld, new: ofNew };
    }),
  );
  return { items, problems: [...sides.old.problems, ...sides.new.problems] };
}
