import { BandMatrix, LANES } from './band-matrix.ts';
import type { Tally } from './fisher.ts';

const LAST = 200;

/** The solve probabilities on which a mixture can put weight: 0, .005, …, 1 (method.md, section "Coverage"). */
export const GRID: readonly number[] = Array.from({ length: LAST + 1 }, (_, place) => place / LAST);

/** Number of expectation–maximization steps. This number is part of the definition of coverage beyond n. */
const STEPS = 300;

/** Fraction of the grid's largest likelihood below which a likelihood is lost in rounding. */
const NEGLIGIBLE = 1e-16;

/** Added to likelihoods to avoid a division by one that underflowed to 0; too small to change any other likelihood. */
const TINY = 1e-300;

/**
 * Fits the distribution of the probabilities behind binomial tallies, by nonparametric maximum likelihood on a grid:
 * exactly 300 expectation–maximization steps, starting from equal weights. Kiefer & Wolfowitz (1956), Laird (1978).
 *
 * Returns one fit per entry of `samples`. An entry gives how often each tally was observed (≥ 0, not all 0). A fit
 * consists of the weights of the grid's probabilities, which sum to 1. Many samples of the same tallies, for example
 * bootstraps, are fitted together. O(steps · tallies · grid) per fit.
 */
export function fitMixtures(
  tallies: readonly Tally[],
  samples: readonly ArrayLike<number>[],
): Float64Array[] {
  const order = [...tallies.keys()].sort(
    (a, b) => shareOf(tallyAt(tallies, a)) - shareOf(tallyAt(tallies, b)),
  );
  const rows = order.map((place) => relativeLikelihood(tallyAt(tallies, place)));
  const columns = GRID.map((_, place) => Float64Array.from(rows, (row) => row[place] ?? 0));
  const likelihood = new BandMatrix(rows, NEGLIGIBLE);
  const transposed = new BandMatrix(columns, NEGLIGIBLE);
  const fits: Float64Array[] = [];
  for (let first = 0; first < samples.length; first += LANES) {
    const lanes = samples.slice(first, first + LANES).map((sample) => sharesOf(sample, order));
    const weights = fitLanes({ likelihood, transposed, lanes });
    for (const lane of lanes.keys()) {
      fits.push(Float64Array.from(GRID, (_, place) => weights[place * LANES + lane] ?? 0));
    }
  }
  return fits;
}

/**
 * The mean of 1 − (1 − p)^k over a mixture: the chance that k ≥ 1 samples of a random item include a correct one. The
 * result is at most 1, even though the weights sum to 1 only up to rounding.
 */
export function passAtKOfMixture(weights: Float64Array, k: number): number {
  const chance = weights.reduce(
    (sum, weight, place) => sum - weight * Math.expm1(k * Math.log1p(-(GRID[place] ?? 0))),
    0,
  );
  return Math.min(1, chance);
}

/** A tally's likelihood over the grid, relative to its largest value there. */
function relativeLikelihood({ successes, trials }: Tally): Float64Array {
  const failures = trials - successes;
  const logs = Float64Array.from(
    GRID,
    (p) => (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p)),
  );
  const largest = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return logs.map((value) => Math.exp(value - largest));
}

/** Each tally's share of all observations, in the given `order`. */
function sharesOf(sample: ArrayLike<number>, order: readonly number[]): Float64Array {
  const total = Array.from(sample).reduce((sum, count) => sum + count, 0);
  return Float64Array.from(order, (place) => (sample[place] ?? 0) / total);
}

/** Fits up to four mixtures side by side; the weights of grid point j are at 4j … 4j + 3. */
function fitLanes({
  likelihood,
  transposed,
  lanes,
}: {
  readonly likelihood: BandMatrix;
  readonly transposed: BandMatrix;
  readonly lanes: readonly Float64Array[];
}): Float64Array {
  const seen = new Float64Array(likelihood.size);
  lanes.forEach((shares, lane) => shares.forEach((share, row) => (seen[row * LANES + lane] = share)));
  const ratios = new Float64Array(likelihood.size);
  const gains = new Float64Array(transposed.size);
  const weights = new Float64Array(GRID.length * LANES).fill(1 / GRID.length);
  for (let step = 0; step < STEPS; step += 1) {
    likelihood.times(weights, ratios);
    for (let place = 0; place < ratios.length; place += 1) {
      ratios[place] = (seen[place] ?? 0) / ((ratios[place] ?? 0) + TINY);
    }
    transposed.times(ratios, gains);
    for (let place = 0; place < weights.length; place += 1) {
      weights[place] = (weights[place] ?? 0) * (gains[place] ?? 0);
    }
  }
  return weights;
}

function shareOf({ successes, trials }: Tally): number {
  return trials === 0 ? 0 : successes / trials;
}

function tallyAt(tallies: readonly Tally[], place: number): Tally {
  const tally = tallies[place];
  if (tally === undefined) throw new RangeError(`no tally ${place}`);
  return tally;
}
