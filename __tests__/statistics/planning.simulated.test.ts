import { expect, test } from 'vitest';
import { clusteredMean } from '../../src/statistics/clustered-mean.ts';
import { intervalOf } from '../../src/statistics/interval.ts';
import { chanceKept, plannedError } from '../../src/statistics/planning.ts';
import { LARGEST_MOVE_OF_PROBABILITY } from '../../src/statistics/power.ts';
import { seededRandom } from '../../src/statistics/random.ts';

test.each([185, 300, 600])(
  'the planned chance that a guardrail is kept equals its share of simulated checks on %i items',
  (items) => {
    const random = seededRandom(items);
    const error = plannedError({ samplesPerItem: 32, items, effectiveClusters: items });
    const { spread } = error;
    const planned = chanceKept(error, 0.02);
    const runs = 1000;
    let kept = 0;
    for (let run = 0; run < runs; run += 1) {
      // The mean of 12 uniform numbers is close to normal.
      const values = Array.from({ length: items }, (_, place) => {
        const sum = Array.from({ length: 12 }, () => random.uniform()).reduce(
          (total, each) => total + each,
          -6,
        );
        return { cluster: String(place), value: spread * sum };
      });
      const mean = clusteredMean(values, LARGEST_MOVE_OF_PROBABILITY);
      if (intervalOf(mean, { range: [-1, 1] })[0] > -0.02) kept += 1;
    }
    // Four standard errors of a share of 1,000.
    expect(Math.abs(kept / runs - planned)).toBeLessThan(4 * Math.sqrt(0.25 / runs));
  },
);
