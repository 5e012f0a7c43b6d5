import type { GradedItem } from '../../grading/outcome.ts';

/** Maximum number of rules that a finding lists. */
const NAMED = 3;

/** A rule is listed only if its share of samples changed by at least this fraction. */
const WORTH_NAMING = 0.01;

/** With S samples per side, the sides are expected to differ by at most `BASE + SPREAD / √S`, as a fraction. */
const BASE = 0.1;
const SPREAD = 1;

/**
 * The share of each side's graded samples in which a rule found the answer. The rule `none` covers the samples in which
 * no rule found an answer.
 */
export interface MovedRule {
  readonly rule: string;
  readonly old: number;
  readonly new: number;
}

type Side = 'old' | 'new';

/** Returns at most three rules that found answers more or less often than before, with the largest change first. */
export function movedRules(items: readonly GradedItem[]): MovedRule[] {
  return sharesOf(items)
    .filter((rule) => moveOf(rule) >= WORTH_NAMING)
    .toSorted((a, b) => moveOf(b) - moveOf(a) || (a.rule < b.rule ? -1 : 1))
    .slice(0, NAMED);
}

/**
 * The total variation distance, from 0 to 1, between the distributions of the rules that found the two sides' answers.
 * Undefined if the distance is at most 10 points + 100 points/√S for S graded samples per side, or if a side has no
 * graded samples. The distance is only used in notes and never affects the verdict: models that write differently but
 * are right equally often can reach 1.
 */
export function notableDistance(items: readonly GradedItem[]): number | undefined {
  const samples = Math.min(gradedOn('old', items), gradedOn('new', items));
  if (samples === 0) return undefined;
  const distance = sharesOf(items).reduce((sum, rule) => sum + moveOf(rule), 0) / 2;
  return distance > BASE + SPREAD / Math.sqrt(samples) ? Math.min(distance, 1) : undefined;
}

function moveOf({ old, new: candidate }: MovedRule): number {
  return Math.abs(candidate - old);
}

function gradedOn(side: Side, items: readonly GradedItem[]): number {
  return items.reduce(
    (sum, item) => sum + item[side].filter(({ outcome }) => outcome !== 'failed').length,
    0,
  );
}

function sharesOf(items: readonly GradedItem[]): MovedRule[] {
  const counts = { old: countsOn('old', items), new: countsOn('new', items) };
  const of = { old: Math.max(1, gradedOn('old', items)), new: Math.max(1, gradedOn('new', items)) };
  const rules = new Set([...counts.old.keys(), ...counts.new.keys()]);
  return [...rules].map((rule) => ({
    rule,
    old: (counts.old.get(rule) ?? 0) / of.old,
    new: (counts.new.get(rule) ?? 0) / of.new,
  }));
}

function countsOn(side: Side, items: readonly GradedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const { outcome, rule = 'none' } of item[side]) {
      if (outcome !== 'failed') counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return counts;
}
