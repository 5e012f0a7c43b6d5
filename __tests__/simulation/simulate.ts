import { seededRandom } from '../../src/statistics/random.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import { drawMeasures } from './draw.ts';
import type { Scenario } from './promise.ts';

/** Largest prime below 2³¹, so that runs of different scenarios get different seeds. */
const SEED_STEP = 2_147_483_629;

/** In how many of `runs` whole checks, from run `first` on, the scenario's event happened. */
export function simulate(
  { n, suites, policy, happened }: Scenario,
  place: number,
  runs: number,
  first = 0,
): number {
  let count = 0;
  for (let run = first; run < first + runs; run += 1) {
    const random = seededRandom((place * 1_000_003 + run * 7919) % SEED_STEP);
    const measures = suites.map((suite) => drawMeasures(suite, n, random));
    if (happened(decideVerdict(measures, policy), measures)) count += 1;
  }
  return count;
}
