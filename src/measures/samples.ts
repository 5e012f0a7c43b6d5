import type { Role } from '../evalset/suite.ts';
import type { GradedItem, GradedSample } from '../grading/outcome.ts';
import type { UnparseableRule } from '../config/policy.ts';

/**
 * The text's sentence embedding: finite numbers, not all 0, with the same length for every text. Undefined if the embedding
 * is missing.
 */
export type EmbeddingOf = (text: string) => Float32Array | undefined;

/** The input of the measures for one suite: its items with the graded samples of both sides. */
export interface SuiteSamples {
  readonly name: string;
  readonly role: Role;
  /** Name of the grader; undefined on open suites. */
  readonly grader: string | undefined;
  /**
   * Whether each item is a choice among given answers. Such items are measured differently. Defaults to whether the
   * grader is `choice`.
   */
  readonly choice?: boolean;
  /** n ≥ 1: the number of samples planned per item and side. */
  readonly samplesPerItem: number;
  readonly hardestGroup: string | undefined;
  /** How unparseable samples count; default: `unknown`. */
  readonly unparseable?: UnparseableRule;
  /**
   * Minimum share of the planned samples that an item must have on each side; 0.9 unless samples were left out on
   * purpose.
   */
  readonly leastShare?: number;
  /** Embeddings of the texts that `textsToEmbed` returns; absent if no embeddings are configured. */
  readonly embeddingOf?: EmbeddingOf;
  /** Every item with at most one sample per side, sampled at temperature 0; absent if greedy sampling is off. */
  readonly greedy?: readonly GradedItem[];
  readonly items: readonly GradedItem[];
}

/** Minimum share of the planned samples that an item must have on each side. */
export const LEAST_SHARE = 0.9;

/** One side's graded samples of an item, without failed samples, which reveal nothing about the model. */
export interface ItemSamples {
  readonly samples: readonly GradedSample[];
  readonly correct: number;
}

/** An item with enough graded samples on both sides. */
export interface EligibleItem {
  readonly id: string;
  readonly group: string | undefined;
  readonly cluster: string;
  /** Probability that a guess is right, below 1; undefined if guessing is not possible or the options are unknown. */
  readonly chance?: number | undefined;
  readonly old: ItemSamples;
  readonly new: ItemSamples;
}

export interface EligibleSuite extends Omit<SuiteSamples, 'items'> {
  /** The items, ordered by id so that no sum depends on the order of lines in a file. */
  readonly items: readonly EligibleItem[];
  /** Items with too few graded samples on at least one side. */
  readonly dropped: readonly GradedItem[];
  /** K ≥ 1: the k at which coverage gates. */
  readonly k: number;
}

/** Whether each item of a suite is a choice among given answers. */
export function isChoice({
  grader,
  choice = grader === 'choice',
}: Pick<SuiteSamples, 'grader' | 'choice'>): boolean {
  return choice;
}

/** The largest power of two ≤ n; 1 for n < 1. */
export function largestPowerOfTwo(n: number): number {
  return n < 2 ? 1 : 2 ** Math.floor(Math.log2(n));
}

/**
 * Keeps the items on which each side has at least max(K, 0.9·n) graded samples. K is the largest power of two ≤ n, or ≤
 * 0.9·n if any sample of the suite failed (method.md, section "Coverage"). 0.9·n is rounded down, because otherwise a
 * single failed sample would drop an item at n < 10.
 */
export function eligibleSuite(suite: SuiteSamples): EligibleSuite {
  const { samplesPerItem, items, leastShare = LEAST_SHARE, ...rest } = suite;
  const anyFailed = items.some((item) =>
    [...item.old, ...item.new].some(({ outcome }) => outcome === 'failed'),
  );
  const k = largestPowerOfTwo(anyFailed ? leastShare * samplesPerItem : samplesPerItem);
  const needed = Math.max(k, Math.floor(leastShare * samplesPerItem));
  const eligible: EligibleItem[] = [];
  const dropped: GradedItem[] = [];
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const old = withoutFailed(item.old);
    const candidate = withoutFailed(item.new);
    if (old.samples.length >= needed && candidate.samples.length >= needed) {
      const { id, group, cluster, chance } = item;
      eligible.push({ id, group, cluster, chance, old, new: candidate });
    } else dropped.push(item);
  }
  return { ...rest, samplesPerItem, leastShare, items: eligible, dropped, k };
}

function withoutFailed(samples: readonly GradedSample[]): ItemSamples {
  const graded = samples.filter(({ outcome }) => outcome !== 'failed');
  return { samples: graded, correct: graded.filter(({ outcome }) => outcome === 'correct').length };
}
