import { z } from 'zod';
import { CLUSTERS_TO_GATE, clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { holm } from '../../src/statistics/holm.ts';
import { intervalOf, pOfNoLoss } from '../../src/statistics/interval.ts';
import {
  LARGEST_MOVE_OF_PROBABILITY,
  detectableLoss,
  itemsToBeKeptAtNoDifference,
} from '../../src/statistics/power.ts';
import { studentsTQuantile } from '../../src/statistics/students-t.ts';
import type { Recompute } from './recompute.ts';
import { count, counts, example } from './recompute.ts';

const PROBABILITIES = { range: [-1, 1] } as const;

/** As many items as `items` says, of one kind, each its own cluster. */

const singles = (values: readonly number[]) =>
  clusteredMean(
    values.map((value, place) => ({ cluster: String(place), value })),
    LARGEST_MOVE_OF_PROBABILITY,
  );

export const STATISTICS: Readonly<Record<string, Recompute>> = {
  'no-difference': example(
    z.strictObject({ items: counts, difference: z.number() }),
    ({ items: all, difference }) => {
      const found = all.map((items) => singles(Array.from({ length: items }, () => difference)));
      return {
        'plain interval': found.map(({ estimate, items, plainStandardError = Number.NaN }) => {
          const half = studentsTQuantile(0.975, items - 1) * plainStandardError;
          return [estimate - half, estimate + half];
        }),
        interval: found.map((mean) => intervalOf(mean, PROBABILITIES)),
      };
    },
  ),

  'least-items': example(
    z.strictObject({ 'margins in points': counts }),
    ({ 'margins in points': margins }) => ({
      items: margins.map((points) =>
        itemsToBeKeptAtNoDifference({ fraction: points / 100, relative: false }),
      ),
    }),
  ),

  interval: example(
    z.strictObject({ items: count, 'rose by 0.5': count, 'fell by 0.5': count }),
    ({ items, 'rose by 0.5': rose, 'fell by 0.5': fell }) => {
      const mean = singles(
        Array.from({ length: items }, (_, place) => (place < rose ? 0.5 : place < rose + fell ? -0.5 : 0)),
      );
      return {
        estimate: mean.estimate,
        interval: intervalOf(mean, PROBABILITIES),
        'p of no loss': pOfNoLoss(mean),
      };
    },
  ),

  clusters: example(
    z.strictObject({ clusters: count, 'items in each': count }),
    ({ clusters, 'items in each': size }) => ({
      'effective clusters': clusteredMean(
        Array.from({ length: clusters * size }, (_, place) => ({
          cluster: String(place % clusters),
          value: 0,
        })),
        LARGEST_MOVE_OF_PROBABILITY,
      ).effectiveClusters,
      'least to gate': CLUSTERS_TO_GATE,
    }),
  ),

  holm: example(z.strictObject({ p: z.array(z.number()) }), ({ p }) => ({ adjusted: holm(p) })),

  detectable: example(
    z.strictObject({
      'standard error': z.number(),
      'degrees of freedom': z.number(),
      'margin in points': z.number(),
      guardrails: count,
    }),
    ({ 'standard error': standardError, 'degrees of freedom': degreesOfFreedom, ...rest }) => ({
      'detectable in points':
        100 *
        detectableLoss({
          standardError,
          degreesOfFreedom,
          margin: rest['margin in points'] / 100,
          familySize: rest.guardrails,
        }),
    }),
  ),
};
