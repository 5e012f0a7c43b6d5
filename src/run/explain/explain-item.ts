import type { SuiteSamples } from '../../measures/samples.ts';
import type { PlannedSuite } from '../stages/plan.ts';
import type { TextOf } from './find-texts.ts';
import type { GradedSample, Outcome } from '../../grading/outcome.ts';
import { equationsOf } from '../../measures/equations/equations.ts';
import type { PairedItem } from '../../measures/measurement.ts';
import type { ExplainedItem, ExplainedSample, ExplainedSide } from '../../result/explanation.ts';

/** A suite with its graded samples, as used by the measures. */
export interface ReadSuite {
  readonly planned: PlannedSuite;
  readonly samples: SuiteSamples;
  readonly textOf: TextOf;
  /** Whether the completion of every graded sample is available. */
  readonly hasTexts: boolean;
}

/** Selects which of an item's samples to show. */
export interface Shown {
  /** The measure's values on the item. */
  readonly values: PairedItem | undefined;
  /** Whether to show differences between outcomes or among the correct solutions. */
  readonly among: 'outcomes' | 'correct';
  /**
   * Samples per side. Undefined to choose automatically: two if differences among the solutions are shown, otherwise
   * one.
   */
  readonly count: number | undefined;
}

const MOST_ANSWERS = 5;

/**
 * Explains one item of a suite: its outcomes, answers and solution approaches on both sides, and the samples that best
 * show the difference.
 */
export function explainItem(
  { planned, samples, textOf, hasTexts }: ReadSuite,
  id: string,
  shown: Shown,
): ExplainedItem {
  const item = planned.suite.items.find((each) => each.id === id);
  const graded = samples.items.find((each) => each.id === id);
  const always = shown.among === 'correct';
  const fell = shareCorrect(graded?.new ?? []) < shareCorrect(graded?.old ?? []);
  const side = (which: 'old' | 'new', prefersCorrect: boolean): ExplainedSide => {
    const all = graded?.[which] ?? [];
    return {
      value: shown.values?.[which] ?? null,
      outcomes: tally(all.map(({ outcome }) => outcome)),
      answers: answersOf(all),
      ways: hasTexts ? waysIn(all) : null,
      samples: (always ? differentFirst : unchanged)(chosen(all, prefersCorrect))
        .slice(0, shown.count ?? (always ? 2 : 1))
        .map((sample) => explained(sample, textOf(which, id, sample.index))),
    };
  };
  return {
    suite: samples.name,
    id,
    group: item?.group ?? null,
    prompt: item?.messages.map(({ content }) => content).join('\n\n') ?? null,
    right_answer: item?.answer ?? null,
    old: side('old', always || fell),
    new: side('new', always || !fell),
  };
}

const shareCorrect = (samples: readonly GradedSample[]): number => {
  const graded = samples.filter(({ outcome }) => outcome !== 'failed');
  return graded.length === 0
    ? 0
    : graded.filter(({ outcome }) => outcome === 'correct').length / graded.length;
};

/**
 * Sorts samples of the preferred kind first, then by index. Wrong answers come before missing answers, because they are
 * more informative.
 */
function chosen(samples: readonly GradedSample[], prefersCorrect: boolean): readonly GradedSample[] {
  const order: readonly Outcome[] = prefersCorrect
    ? ['correct', 'incorrect', 'unparseable', 'truncated', 'failed']
    : ['incorrect', 'unparseable', 'truncated', 'correct', 'failed'];
  return samples.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.index - b.index);
}

const unchanged = (samples: readonly GradedSample[]): readonly GradedSample[] => samples;

/** Moves solutions to the front if they use an approach that has not been shown yet. */
function differentFirst(samples: readonly GradedSample[]): readonly GradedSample[] {
  const seen = new Set<string>();
  const isNew = (sample: GradedSample): boolean => {
    const way = wayOf(sample).join(';');
    const known = seen.has(way) || way === '';
    seen.add(way);
    return !known;
  };
  const { true: candidate = [], false: others = [] } = Object.groupBy(samples, (sample) =>
    isNew(sample) ? 'true' : 'false',
  );
  return [...candidate, ...others];
}

function tally(outcomes: readonly Outcome[]): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

const answersOf = (samples: readonly GradedSample[]): ExplainedSide['answers'] =>
  [...Map.groupBy(samples, ({ answer }) => answer)]
    .flatMap(([answer, same]) => (answer === undefined ? [] : [{ answer, count: same.length }]))
    .toSorted((a, b) => b.count - a.count || (a.answer < b.answer ? -1 : 1))
    .slice(0, MOST_ANSWERS);

const wayOf = ({ outcome, key, text }: GradedSample): readonly string[] => {
  if (outcome !== 'correct') return [];
  return key === undefined ? [...equationsOf(text)].toSorted() : [key];
};

const waysIn = (samples: readonly GradedSample[]): number =>
  new Set(samples.map((sample) => wayOf(sample).join(';')).filter((way) => way !== '')).size;

const explained = (sample: GradedSample, text: string | undefined): ExplainedSample => ({
  index: sample.index,
  outcome: sample.outcome,
  answer: sample.answer ?? null,
  rule: sample.rule ?? null,
  lenient: sample.lenient ?? null,
  reason: sample.reason ?? null,
  way: text === undefined && sample.key === undefined ? [] : wayOf(sample),
  text: sample.outcome === 'failed' ? null : (text ?? null),
});
