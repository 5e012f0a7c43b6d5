import { exploratoryResult } from '../../result/exploratory.ts';
import { lookNotes } from '../../result/look-notes.ts';
import type { Sampled } from '../../sampling/sampled.ts';
import { type Standing, standingOf } from '../../verdict/looks.ts';
import type { Checked } from '../stages/conclude.ts';
import type { PreparedCheck } from '../stages/prepare.ts';
import type { CheckRequest } from './check-request.ts';

/**
 * The current look at a pair of checkpoints. Earlier looks determine this look's significance level, and whether it is
 * exploratory.
 */
export interface OpenedLook {
  /** The look's sequence number and significance level, as expected before sampling. */
  readonly expected: Standing;
  /** Returns the look for these samples. */
  readonly on: (sampled: Sampled) => LookOnSamples;
}

export interface LookOnSamples {
  /** The one-sided significance level of the decision. */
  readonly alpha: number;
  readonly notes: readonly string[];
  /**
   * Records the look and returns the final result, which is exploratory if an earlier look has already decided the
   * verdict.
   */
  readonly record: (checked: Checked, samplesPerItem: number) => Promise<Checked>;
}

export async function openLook(
  { plan: { config }, locked, checkpoints }: PreparedCheck,
  { openLooks, storeDir, nowMs }: Pick<CheckRequest, 'openLooks' | 'storeDir' | 'nowMs'>,
): Promise<OpenedLook> {
  const { n, maxAgeMs } = config.sampling;
  const looks = await openLooks({ checkpoints, lock: locked, storeDir });
  const standing = { earlier: looks.earlier, n, extend: config.extend };
  return {
    expected: standingOf(standing),
    on: ({ cost }) => {
      // Re-sampling expired completions counts as a new look.
      const drawn = maxAgeMs === undefined ? undefined : sampledSince(cost.reused, nowMs);
      const look = standingOf({ ...standing, drawn });
      return {
        alpha: look.alpha,
        notes: lookNotes(look, config),
        record: async (checked, samplesPerItem) => {
          const { status } = checked.result.verdict;
          // Using the same data with a different policy is not a new look, but the verdict may differ.
          const isOther =
            look.number === 1 && status !== looks.earlier.findLast((each) => each.n === n)?.verdict;
          if (look.fresh || isOther) {
            await looks.add({ n: samplesPerItem, verdict: status, ...(look.redrawn && { redrawn: true }) });
          }
          return {
            ...checked,
            result: exploratoryResult(checked.result, look.exploratoryAfter, config.policy),
          };
        },
      };
    },
  };
}

/**
 * The time at which sampling began for the side that was sampled last: the time of that side's oldest stored
 * completion, or the current time if there is none.
 */
function sampledSince(reused: Sampled['cost']['reused'], nowMs: number): string {
  const now = new Date(nowMs).toISOString();
  const [old, candidate] = [reused.old.oldest ?? now, reused.new.oldest ?? now];
  return old > candidate ? old : candidate;
}
