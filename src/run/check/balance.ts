import { bySuite } from '../stages/by-suite.ts';
import { largestPowerOfTwo, LEAST_SHARE } from '../../measures/samples.ts';
import type { Completion, CompletionPair, ReadCompletions } from '../../servers/chat/completion.ts';
import type { Cut } from '../../sampling/sampled.ts';
import { type BudgetCut, leftByCut } from '../../verdict/validity/budget-cut.ts';
import type { PlannedSuite } from '../stages/plan.ts';

/** The part of a run that can be compared after a budget ended sampling. */
export interface Balanced {
  readonly suites: readonly PlannedSuite[];
  readonly generations: CompletionPair;
  readonly greedy: CompletionPair | undefined;
  readonly cut: BudgetCut;
  /** The mean number of compared samples per planned item, at least 1. */
  readonly samplesPerItem: number;
}

/**
 * Keeps the part of an interrupted run for which both sides have samples: pairs of samples with the same index, and
 * items with at least max(K, 0.9·n) pairs (method.md, section "Validity"). A failed sample was requested, so it is kept
 * and counts as failed. Only the budget, never an answer, determines which samples are omitted.
 */
export function balance({
  suites,
  samples,
  generations,
  greedy,
  cut,
}: {
  readonly suites: readonly PlannedSuite[];
  /** Samples per item (n). */
  readonly samples: number;
  readonly generations: CompletionPair;
  readonly greedy: CompletionPair | undefined;
  readonly cut: Cut;
}): Balanced {
  const needed = Math.max(largestPowerOfTwo(samples), Math.floor(LEAST_SHARE * samples));
  const paired = pairsOf(generations);
  const judged = suites.map((planned) => {
    const { suite } = planned;
    const items = suite.items.filter(({ id }) => (paired.perItem.get(keyOf(suite.name, id)) ?? 0) >= needed);
    return { ...planned, suite: { ...suite, items } };
  });
  const kept = new Set(
    judged.flatMap(({ suite: { name, items } }) => items.map(({ id }) => keyOf(name, id))),
  );
  const keep = (side: readonly Completion[], alsoPaired: boolean): Completion[] =>
    side.filter(
      (one) => kept.has(keyOf(one.suite, one.id)) && (!alsoPaired || paired.both.has(sampleKey(one))),
    );
  const pairs = keep(generations.old, true).length;
  const planned = suites.reduce((sum, { suite }) => sum + suite.items.length, 0);
  const had = generations.old.length + generations.new.length;
  const rest = cut.unasked.old + cut.unasked.new;
  return {
    suites: judged,
    generations: { old: keep(generations.old, true), new: keep(generations.new, true) },
    greedy: greedy && { old: keep(greedy.old, false), new: keep(greedy.new, false) },
    samplesPerItem: Math.max(1, Math.floor(pairs / planned)),
    cut: {
      limit: cut.limit,
      allowed: cut.allowed,
      byDefault: cut.byDefault,
      unasked: rest,
      wouldTake: had === 0 ? undefined : cut.allowed * ((had + rest) / had),
      ...leftByCut(
        suites.map(({ suite }) => suite),
        judged.map(({ suite }) => suite),
      ),
    },
  };
}

/**
 * Applies `balance` to completions that have not been read yet. Reads all of them first, to find the samples that both
 * sides have.
 */
export async function balanceRead({
  suites,
  generations,
  greedy,
  ...run
}: Omit<Parameters<typeof balance>[0], 'generations' | 'greedy'> & {
  readonly generations: ReadCompletions;
  readonly greedy: ReadCompletions | undefined;
}): Promise<
  Omit<Balanced, 'generations' | 'greedy'> & {
    readonly generations: ReadCompletions;
    readonly greedy: ReadCompletions | undefined;
  }
> {
  const all = async (read: ReadCompletions): Promise<CompletionPair> => {
    const sides: { old: Completion[]; new: Completion[] } = { old: [], new: [] };
    for (const { suite } of suites) {
      const { old, new: candidate } = await read(suite.name);
      for (const one of old) sides.old.push(one);
      for (const one of candidate) sides.new.push(one);
    }
    return sides;
  };
  const balanced = balance({
    ...run,
    suites,
    generations: await all(generations),
    greedy: greedy && (await all(greedy)),
  });
  const { generations: kept, greedy: keptGreedy } = balanced;
  return {
    ...balanced,
    generations: bySuite(kept),
    greedy: keptGreedy && bySuite(keptGreedy),
  };
}

/** The samples that both sides have, and their number per item. */
function pairsOf({ old, new: candidate }: CompletionPair): {
  readonly both: ReadonlySet<string>;
  readonly perItem: ReadonlyMap<string, number>;
} {
  const ofNew = new Set(candidate.map(sampleKey));
  const both = new Set<string>();
  const perItem = new Map<string, number>();
  for (const one of old) {
    const key = sampleKey(one);
    if (!ofNew.has(key) || both.has(key)) continue;
    both.add(key);
    const item = keyOf(one.suite, one.id);
    perItem.set(item, (perItem.get(item) ?? 0) + 1);
  }
  return { both, perItem };
}

function keyOf(suite: string, id: string): string {
  return JSON.stringify([suite, id]);
}

function sampleKey({ suite, id, index }: Completion): string {
  return JSON.stringify([suite, id, index]);
}
