import type { Tally } from './fisher.ts';

const LAST = 200;

/** The solve probabilities that a mixture may hold: 0, .005, …, 1 (method.md, section 2). */
export const GRID: readonly number[] = Array.from({ length: LAST + 1 }, (_, place) => place / LAST);

/** Steps of expectation and maximisation; their number is part of the definition. */
const STEPS = 300;

/** What of a tally's likelihood, relative to its largest on the grid, is lost in rounding. */
const NEGLIGIBLE = 1e-17;

/** Keeps a likelihood that underflowed to 0 from dividing; added to any other it changes nothing. */
const TINY = 1e-300;

/** Mixtures that are fitted at once, so that each likelihood is read once for all of them. */
const LANES = 4;

/**
 * Fits the distribution of the probabilities behind binomial tallies, by nonparametric maximum likelihood on a grid: from
 * equal weights, exactly 300 steps of expectation and maximisation. Kiefer & Wolfowitz (1956), Laird (1978).
 *
 * One fit for each entry of `samples`, which says how often each tally was seen (≥ 0, not all 0); answers the weights of
 * the grid's probabilities, which sum to 1. Many samples of the same tallies, such as bootstraps, are fitted together.
 * O(steps · tallies · grid) a fit.
 */
export function fitMixtures(
  tallies: readonly Tally[],
  samples: readonly ArrayLike<number>[],
): Float64Array[] {
  const rows = likelihoods(tallies);
  const fits: Float64Array[] = [];
  for (let first = 0; first < samples.length; first += LANES) {
    const lanes = samples.slice(first, first + LANES);
    const weights = fitLanes(rows, lanes);
    lanes.forEach((_, lane) => fits.push(GRID_PLACES.map((place) => weights[place * LANES + lane] ?? 0)));
  }
  return fits;
}

const GRID_PLACES = Float64Array.from(GRID.keys());

/** The mean of 1 − (1 − p)^k over a mixture: the chance that k samples of a random item hold a correct one. */
export function passAtKOfMixture(weights: Float64Array, k: number): number {
  return weights.reduce(
    (sum, weight, place) => sum + weight * -Math.expm1(k * Math.log1p(-(GRID[place] ?? 0))),
    0,
  );
}

/** The likelihood of each tally over the grid. Rows stand in order of successes/trials and come in pairs. */
interface Likelihoods {
  /** Row by row; each row is divided by its largest value. */
  readonly values: Float64Array;
  /** The tally of each row; `undefined` fills up the last pair. */
  readonly tallyOf: readonly (number | undefined)[];
  /** For each pair of rows, the places between which either is not negligible. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

function likelihoods(tallies: readonly Tally[]): Likelihoods {
  const share = (place: number): number => (tallies[place]?.successes ?? 0) / (tallies[place]?.trials ?? 1);
  const ordered: (number | undefined)[] = [...tallies.keys()].sort((a, b) => share(a) - share(b));
  const last = ordered.at(-1);
  const tallyOf = ordered.length % 2 === 0 ? ordered : [...ordered, undefined];
  const values = new Float64Array(tallyOf.length * GRID.length);
  const from = new Int32Array(tallyOf.length / 2).fill(GRID.length);
  const to = new Int32Array(tallyOf.length / 2);
  tallyOf.forEach((tally, row) => {
    const relative = relativeLikelihood(tallies[tally ?? last ?? 0]);
    values.set(relative, row * GRID.length);
    const pair = row >> 1;
    relative.forEach((value, place) => {
      if (value <= NEGLIGIBLE) return;
      from[pair] = Math.min(from[pair] ?? 0, place);
      to[pair] = Math.max(to[pair] ?? 0, place + 1);
    });
  });
  return { values, tallyOf, from, to };
}

function relativeLikelihood({ successes, trials }: Tally = { successes: 0, trials: 0 }): Float64Array {
  const failures = trials - successes;
  const logs = Float64Array.from(
    GRID,
    (p) =>
      (successes === 0 ? 0 : successes * Math.log(p)) + (failures === 0 ? 0 : failures * Math.log1p(-p)),
  );
  const largest = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return logs.map((value) => Math.exp(value - largest));
}

/**
 * Fits up to four mixtures side by side; the weights of place j stand at 4j … 4j + 3. Two rows and four lanes at a time
 * are as many sums as registers hold.
 */
function fitLanes(
  { values, tallyOf, from, to }: Likelihoods,
  samples: readonly ArrayLike<number>[],
): Float64Array {
  const seen = shares(tallyOf, samples);
  const weights = new Float64Array(GRID.length * LANES).fill(1 / GRID.length);
  const next = new Float64Array(weights.length);
  for (let step = 0; step < STEPS; step += 1) {
    next.fill(0);
    for (let pair = 0; pair < from.length; pair += 1) {
      const start = at(from, pair);
      const end = at(to, pair);
      const upper = 2 * pair * GRID.length;
      const lower = upper + GRID.length;
      let a0 = TINY;
      let a1 = TINY;
      let a2 = TINY;
      let a3 = TINY;
      let b0 = TINY;
      let b1 = TINY;
      let b2 = TINY;
      let b3 = TINY;
      for (let place = start; place < end; place += 1) {
        const lane = place * LANES;
        const a = at(values, upper + place);
        const b = at(values, lower + place);
        const w0 = at(weights, lane);
        const w1 = at(weights, lane + 1);
        const w2 = at(weights, lane + 2);
        const w3 = at(weights, lane + 3);
        a0 += a * w0;
        a1 += a * w1;
        a2 += a * w2;
        a3 += a * w3;
        b0 += b * w0;
        b1 += b * w1;
        b2 += b * w2;
        b3 += b * w3;
      }
      const rows = 2 * pair * LANES;
      a0 = at(seen, rows) / a0;
      a1 = at(seen, rows + 1) / a1;
      a2 = at(seen, rows + 2) / a2;
      a3 = at(seen, rows + 3) / a3;
      b0 = at(seen, rows + 4) / b0;
      b1 = at(seen, rows + 5) / b1;
      b2 = at(seen, rows + 6) / b2;
      b3 = at(seen, rows + 7) / b3;
      for (let place = start; place < end; place += 1) {
        const lane = place * LANES;
        const a = at(values, upper + place);
        const b = at(values, lower + place);
        next[lane] = at(next, lane) + (a * a0 + b * b0);
        next[lane + 1] = at(next, lane + 1) + (a * a1 + b * b1);
        next[lane + 2] = at(next, lane + 2) + (a * a2 + b * b2);
        next[lane + 3] = at(next, lane + 3) + (a * a3 + b * b3);
      }
    }
    for (let place = 0; place < weights.length; place += 1) {
      weights[place] = at(weights, place) * at(next, place);
    }
  }
  return weights;
}

/** How often each row's tally was seen, as a share of the sample; row by row, four lanes each. */
function shares(
  tallyOf: Likelihoods['tallyOf'],
  samples: readonly ArrayLike<number>[],
): Float64Array {
  const seen = new Float64Array(tallyOf.length * LANES);
  for (let lane = 0; lane < LANES; lane += 1) {
    const sample = Float64Array.from(samples[lane] ?? samples[0] ?? []);
    const total = sample.reduce((sum, count) => sum + count, 0);
    tallyOf.forEach((tally, row) => {
      seen[row * LANES + lane] = tally === undefined ? 0 : (sample[tally] ?? 0) / total;
    });
  }
  return seen;
}

/** An element that is there: every place is computed from the arrays' own lengths. */
function at(array: Float64Array | Int32Array, place: number): number {
  return array[place] as number;
}
