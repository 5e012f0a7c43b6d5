import type { Tally } from '../../statistics/fisher.ts';
import { hypergeometric } from '../../statistics/hypergeometric.ts';
import type { Random } from '../../statistics/random.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { TallyPair } from './flips.ts';
import { flipsOf } from './flips.ts';
import { canName, movedItemsFinder } from './moved-items.ts';

const SPLITS = 200;

/** Number of splits outside the range at each end: 2.5%. */
const OUTSIDE = SPLITS / 40;

/** Seeds the splits, so that the same samples always give the same null. */
const SEED = 2608;

/** A count and the value that it would have if nothing had changed. Both are based on half of each side's samples. */
export interface AgainstFrozen {
  /** The mean count, over all splits, of half of the baseline's samples against half of the candidate's. */
  readonly real: number;
  /** The mean count, over all splits, of one half of the baseline's samples against the other half. */
  readonly frozen: number;
  /** The smallest and the largest count, after leaving out the most extreme 2.5% of the baseline's splits at each end. */
  readonly frozenRange: readonly [number, number];
}

/** The ledger's counts for a model that never changed. A count cannot be interpreted without this comparison. */
export interface FrozenNull {
  /** Samples in one half: n/2, rounded down; at least 1. */
  readonly samples: number;
  readonly splits: number;
  readonly onlyOld: AgainstFrozen;
  readonly onlyNew: AgainstFrozen;
  /** How many items moved; undefined if half of the samples are too few to name individual problems. */
  readonly moved:
    | {
        readonly learned: AgainstFrozen;
        /** The number of learned problems that the baseline's half had solved at least once. */
        readonly learnedSolvedBefore: AgainstFrozen;
        readonly corrupted: AgainstFrozen;
      }
    | undefined;
}

/**
 * Splits the baseline's samples into random halves, 200 times, and computes the counts as if one half came from the baseline and
 * the other from the candidate. For the same splits, also compares half of the candidate's samples with half of the baseline's.
 * Undefined for n = 1 (method.md, section "The ledger").
 *
 * Only the counts of correct samples matter, so each half is a hypergeometric draw that uses one random number. Items are
 * ordered by id, so the draws do not depend on the order of lines in a file.
 */
export function frozenNull(pairs: readonly TallyPair[], samplesPerItem: number): FrozenNull | undefined {
  const samples = Math.floor(samplesPerItem / 2);
  if (samples === 0) return undefined;
  const count = counter(canName(samples));
  const split = splitter(seededRandom(SEED));
  const real: Counts[] = [];
  const frozen: Counts[] = [];
  const changed: TallyPair[] = [];
  const unchanged: TallyPair[] = [];
  for (let round = 0; round < SPLITS; round += 1) {
    pairs.forEach((pair, place) => {
      const [half, other] = split(pair.old);
      const [candidate] = split(pair.new);
      changed[place] = { old: half, new: candidate };
      unchanged[place] = { old: half, new: other };
    });
    real.push(count(changed));
    frozen.push(count(unchanged));
  }
  const against = (value: (counts: Counts) => number): AgainstFrozen => {
    const ofFrozen = frozen.map(value).sort((a, b) => a - b);
    return {
      real: mean(real.map(value)),
      frozen: mean(ofFrozen),
      frozenRange: [ofFrozen.at(OUTSIDE) ?? 0, ofFrozen.at(-1 - OUTSIDE) ?? 0],
    };
  };
  return {
    samples,
    splits: SPLITS,
    onlyOld: against(({ onlyOld }) => onlyOld),
    onlyNew: against(({ onlyNew }) => onlyNew),
    moved: canName(samples)
      ? {
          learned: against(({ learned }) => learned),
          learnedSolvedBefore: against(({ learnedSolvedBefore }) => learnedSolvedBefore),
          corrupted: against(({ corrupted }) => corrupted),
        }
      : undefined,
  };
}

interface Counts {
  readonly onlyOld: number;
  readonly onlyNew: number;
  readonly learned: number;
  readonly learnedSolvedBefore: number;
  readonly corrupted: number;
}

function counter(naming: boolean): (pairs: readonly TallyPair[]) => Counts {
  const movedItems = movedItemsFinder();
  return (pairs) => {
    const { onlyOld, onlyNew } = flipsOf(pairs);
    const { learned, corrupted } = movedItems(naming ? pairs : []);
    const solvedBefore = learned.filter((place) => (pairs[place]?.old.successes ?? 0) > 0);
    return {
      onlyOld,
      onlyNew,
      learned: learned.length,
      learnedSolvedBefore: solvedBefore.length,
      corrupted: corrupted.length,
    };
  };
}

/** An exclusive upper bound on the number of an item's trials. */
const COUNTS = 2 ** 26;

/**
 * Splits a tally at random into two tallies with half of its trials each. If the number of trials is odd, one trial is left
 * out.
 */
function splitter(random: Random): (tally: Tally) => readonly [Tally, Tally] {
  /** Keyed by population and number drawn, then indexed by the number marked. */
  const distributions = new Map<number, Float64Array[]>();
  const cumulatedOf = (population: number, marked: number, drawn: number): Float64Array => {
    const key = population * COUNTS + drawn;
    let known = distributions.get(key);
    if (known === undefined) {
      known = [];
      distributions.set(key, known);
    }
    return (known[marked] ??= cumulated(hypergeometric({ population, marked, drawn })));
  };
  const draw = (population: number, marked: number, drawn: number): number => {
    const cumulative = cumulatedOf(population, marked, drawn);
    const target = random.uniform() * (cumulative[drawn] ?? 1);
    let found = 0;
    while ((cumulative[found] ?? Number.POSITIVE_INFINITY) <= target) found += 1;
    return found;
  };
  return ({ successes, trials }) => {
    const half = Math.floor(trials / 2);
    const one = draw(trials, successes, half);
    const left = successes - one;
    const other = trials % 2 === 0 ? left : draw(trials - half, left, half);
    return [
      { successes: one, trials: half },
      { successes: other, trials: half },
    ];
  };
}

function cumulated(chances: Float64Array): Float64Array {
  let sum = 0;
  return chances.map((chance) => (sum += chance));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
