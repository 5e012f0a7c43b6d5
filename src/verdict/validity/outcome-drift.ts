import type { GradedSample } from '../../grading/outcome.ts';
import type { PairedItem } from '../../measures/measurement.ts';
import type { SuiteSamples } from '../../measures/samples.ts';
import { type Claim, isSameClaim } from '../claim.ts';
import { estimate } from '../estimate.ts';
import type { UnparseableRule } from '../../config/policy.ts';
import { shareOf, sharesOf } from './sample-shares.ts';

/**
 * Truncated samples may have changed a verdict if their share on a side exceeds the first limit and the sides differ by more
 * than the second.
 */
const MOST_TRUNCATED = 0.05;
const TRUNCATED_APART = 0.02;
const UNPARSEABLE_APART = 0.05;

/** Minimum share of an item's samples that must remain when suspect samples are left out. */
const LEAST_SHARE_WITHOUT_SUSPECTS = 0.5;

/** Samples that count as wrong but are not wrong answers are more frequent on one side. */
export interface OutcomeDrift {
  readonly cause: 'outcome-drift';
  readonly suite: string;
  readonly outcome: 'truncated' | 'unparseable';
  /** The share of each side's graded samples. */
  readonly old: number;
  readonly new: number;
  /** Whether leaving out these samples would change the verdict or, for unparseable samples, any of its claims. */
  readonly changesClaim: boolean;
  /** How the suite counts unparseable samples; `unknown` for truncated ones. */
  readonly rule: UnparseableRule;
}

/**
 * Finds the outcomes whose shares differ notably between the sides. `claim` is the actual claim; `claimOn` computes the
 * claim from other samples.
 */
export function outcomeDrifts(
  suites: readonly SuiteSamples[],
  { claim, claimOn }: { readonly claim: Claim; readonly claimOn: (suites: readonly SuiteSamples[]) => Claim },
): OutcomeDrift[] {
  return suites.flatMap((suite) =>
    (['truncated', 'unparseable'] as const)
      .filter((outcome) => (outcome === 'truncated' ? isTruncatedApart(suite) : isUnparseableApart(suite)))
      .map((outcome): OutcomeDrift => {
        const without = suites.map((each) => (each === suite ? leaveOut(each, outcome) : each));
        return {
          cause: 'outcome-drift',
          suite: suite.name,
          outcome,
          ...sharesOf(suite.items, (sample) => sample.outcome === outcome),
          changesClaim: isOther(outcome, claim, claimOn(without)),
          rule: outcome === 'unparseable' ? (suite.unparseable ?? 'unknown') : 'unknown',
        };
      }),
  );
}

/**
 * Whether the claim changes without the suspect samples. Without truncated samples, only the verdict must stay the
 * same: a side that is worse on the samples it finished really is worse. Without unparseable samples, every claim must
 * stay the same.
 */
function isOther(outcome: OutcomeDrift['outcome'], claim: Claim, without: Claim): boolean {
  return outcome === 'truncated' ? claim.status !== without.status : !isSameClaim(claim, without);
}

/** Whether a drift makes the result `invalid` rather than a warning. */
export function isDecisive({ changesClaim, rule }: OutcomeDrift): boolean {
  return changesClaim && rule === 'unknown';
}

function isTruncatedApart({ items }: SuiteSamples): boolean {
  const share = sharesOf(items, ({ outcome }) => outcome === 'truncated');
  return Math.max(share.old, share.new) > MOST_TRUNCATED && Math.abs(share.new - share.old) > TRUNCATED_APART;
}

/** Whether the shares differ by more than 5 points, and the interval of the paired difference excludes 0. */
function isUnparseableApart({ items }: SuiteSamples): boolean {
  const paired = items.flatMap((item): PairedItem[] => {
    const old = shareOf(item.old, isUnparseable);
    const candidate = shareOf(item.new, isUnparseable);
    return old === undefined || candidate === undefined
      ? []
      : [{ id: item.id, cluster: item.cluster, old, new: candidate }];
  });
  if (paired.length === 0) return false;
  const measurement = { kind: 'measured', items: paired, largestValue: 1, reach: 1 } as const;
  const { delta, interval } = estimate([{ measurement, weight: 1 }]);
  return Math.abs(delta) > UNPARSEABLE_APART && (interval[0] > 0 || interval[1] < 0);
}

const isUnparseable = ({ outcome }: GradedSample): boolean => outcome === 'unparseable';

/** Returns the suite without the suspect samples. Items that keep less than half of their samples are then dropped. */
function leaveOut(suite: SuiteSamples, outcome: OutcomeDrift['outcome']): SuiteSamples {
  const without = (samples: readonly GradedSample[]): GradedSample[] =>
    samples.map((sample) =>
      sample.outcome === outcome ? { ...sample, outcome: 'failed', text: '' } : sample,
    );
  return {
    ...suite,
    leastShare: LEAST_SHARE_WITHOUT_SUSPECTS,
    items: suite.items.map((item) => ({ ...item, old: without(item.old), new: without(item.new) })),
  };
}
