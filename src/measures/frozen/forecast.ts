import { quantile } from '../../statistics/quantile.ts';
import type { Interval } from '../../statistics/interval.ts';
import { fitMixtures, passAtKOfMixture } from '../../statistics/mixture.ts';
import type { Tally } from '../../statistics/fisher.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { TalliedItem, TalliedSuite } from './tallied-suite.ts';

/** Smallest n for which pass@k beyond n is forecast. Coverage also gates from this n. */
const SAMPLES_TO_FORECAST = 8;

/** The forecast goes up to this multiple of n. */
const REACH = 4;

const BOOTSTRAPS = 200;

/** Seeds the bootstraps, so that the same samples always give the same forecast. */
const SEED = 1956;

const CONFIDENCE_TAIL = 0.025;

/** A forecast of pass@k for a k larger than n. */
export interface ForecastPoint {
  readonly k: number;
  readonly old: number;
  readonly new: number;
  readonly delta: number;
  /** 95% interval of delta. */
  readonly interval: Interval;
}

/**
 * Forecasts coverage beyond n: pass@k at the powers of two above n, up to 4n. On each side the distribution of the items'
 * solve probabilities is fitted to their counts of correct samples, and pass@k is the mean of 1 − (1 − p)^k over that
 * distribution. The interval for the change comes from 200 paired bootstraps over clusters: a cluster is resampled with
 * all its items and both sides of each item. The forecast is reported but never gates. Empty if n < 8 or if no item is
 * eligible (method.md, section "Coverage").
 */
export function forecast({ items, samplesPerItem }: TalliedSuite): ForecastPoint[] {
  if (samplesPerItem < SAMPLES_TO_FORECAST || items.length === 0) return [];
  const draws = resamples(items);
  const old = fit(items, ({ old: side }) => side, draws);
  const candidate = fit(items, ({ new: side }) => side, draws);
  return pointsBeyond(samplesPerItem).map((k) => {
    const ofOld = old.map((mixture) => passAtKOfMixture(mixture, k));
    const ofNew = candidate.map((mixture) => passAtKOfMixture(mixture, k));
    const [delta = 0, ...deltas] = ofNew.map((value, place) => value - (ofOld[place] ?? 0));
    return {
      k,
      old: ofOld[0] ?? 0,
      new: ofNew[0] ?? 0,
      delta,
      interval: [quantile(deltas, CONFIDENCE_TAIL), quantile(deltas, 1 - CONFIDENCE_TAIL)],
    };
  });
}

/** Powers of two above n, up to 4n. */
function pointsBeyond(n: number): number[] {
  const points: number[] = [];
  for (let k = 2 ** (Math.floor(Math.log2(n)) + 1); k <= REACH * n; k *= 2) points.push(k);
  return points;
}

/** How often each item is used. The first entry uses every item once; each later entry is a bootstrap of whole clusters. */
function resamples(items: readonly TalliedItem[]): Uint32Array[] {
  const random = seededRandom(SEED);
  const clusters = [...Map.groupBy(items.keys(), (place) => items[place]?.cluster).values()];
  const draws = [new Uint32Array(items.length).fill(1)];
  for (let bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap += 1) {
    const times = new Uint32Array(items.length);
    for (let drawn = 0; drawn < clusters.length; drawn += 1) {
      for (const place of clusters[random.below(clusters.length)] ?? [])
        times[place] = (times[place] ?? 0) + 1;
    }
    draws.push(times);
  }
  return draws;
}

/** Fits one mixture per resample of the items. Items with equal counts share one tally. */
function fit(
  items: readonly TalliedItem[],
  side: (item: TalliedItem) => Tally,
  draws: readonly Uint32Array[],
): Float64Array[] {
  const tallies: Tally[] = [];
  const known = new Map<string, number>();
  const tallyOf = items.map((item) => {
    const tally = side(item);
    const key = `${tally.successes}/${tally.trials}`;
    const place = known.get(key) ?? tallies.push(tally) - 1;
    known.set(key, place);
    return place;
  });
  return fitMixtures(
    tallies,
    draws.map((times) => {
      const counts = new Float64Array(tallies.length);
      tallyOf.forEach((tally, item) => {
        counts[tally] = (counts[tally] ?? 0) + (times[item] ?? 0);
      });
      return counts;
    }),
  );
}
