import type { Suite } from '../evalset/suite.ts';
import type { Completion } from '../servers/chat/completion.ts';

export type Side = 'old' | 'new';

/**
 * A completion that is not part of the comparison: a second completion of the same sample, or a completion of an item
 * that is not in the suite. Missing completions are not reported here, because only the plan specifies how many samples
 * there should be.
 */
export interface SampleProblem {
  readonly kind: 'duplicate' | 'unknown-item';
  readonly side: Side;
  readonly id: string;
  readonly index: number;
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Compares the text first, then everything else that could affect the outcome, so that the first element of a sorted list
 * does not depend on the input order.
 */
function compareGenerations(a: Completion, b: Completion): number {
  return (
    a.index - b.index ||
    compareCodeUnits(a.text, b.text) ||
    compareCodeUnits(a.finish_reason ?? '', b.finish_reason ?? '') ||
    compareCodeUnits(a.error ?? '', b.error ?? '') ||
    compareCodeUnits(a.outcome ?? '', b.outcome ?? '') ||
    compareCodeUnits(a.answer ?? '', b.answer ?? '')
  );
}

/**
 * Groups one side's completions for a suite by item id, and orders each group by sample index. Leaves out completions for
 * other suites and for excluded items, which may also be in the files. If a sample has several completions, the one with
 * the smallest text (in code unit order) is kept, and a problem is reported for each of the others, even if all are
 * equal.
 */
export function pairWithItems(
  suite: Suite,
  side: Side,
  generations: readonly Completion[],
): { byItem: ReadonlyMap<string, readonly Completion[]>; problems: readonly SampleProblem[] } {
  const problems: SampleProblem[] = [];
  const excluded = new Set(suite.excluded?.items.map(({ id }) => id));
  const received = new Map<string, Completion[]>(suite.items.map((item) => [item.id, []]));
  for (const generation of generations) {
    if (generation.suite !== suite.name || excluded.has(generation.id)) continue;
    const ofItem = received.get(generation.id);
    if (ofItem === undefined) {
      problems.push({ kind: 'unknown-item', side, id: generation.id, index: generation.index });
    } else {
      ofItem.push(generation);
    }
  }
  const byItem = new Map<string, readonly Completion[]>();
  for (const [id, ofItem] of received) {
    const kept: Completion[] = [];
    for (const generation of ofItem.sort(compareGenerations)) {
      if (kept.at(-1)?.index === generation.index) {
        problems.push({ kind: 'duplicate', side, id, index: generation.index });
      } else {
        kept.push(generation);
      }
    }
    byItem.set(id, kept);
  }
  problems.sort(
    (a, b) => compareCodeUnits(a.kind, b.kind) || compareCodeUnits(a.id, b.id) || a.index - b.index,
  );
  return { byItem, problems };
}
