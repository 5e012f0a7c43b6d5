import { expect, it } from 'vitest';
import { forecast } from '../../src/measures/forecast.ts';
import { eligibleSuite } from '../../src/measures/samples.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';

/** Old's abilities are u²; new loses the hardest and gains on the rest. */
const abilities = (u: number): readonly [number, number] => [
  u ** 2,
  u ** 2 < 0.1 ? 0.3 * u ** 2 : Math.min(1, 1.2 * u ** 2),
];

it(
  'the forecast covers the truth at 4n: 95 % intervals of 300 items, in at least 90 % of runs',
  { timeout: 120_000 },
  () => {
    const n = 8;
    const runs = 40;
    const random = seededRandom(1978);
    const places = Array.from({ length: 100_000 }, (_, place) => (place + 0.5) / 100_000);
    const truth =
      places.reduce((sum, u) => {
        const [old, fresh] = abilities(u);
        return sum + (1 - old) ** (4 * n) - (1 - fresh) ** (4 * n);
      }, 0) / places.length;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const drawn = Array.from({ length: 300 }, (): [number, number] => {
        const [old, fresh] = abilities(random.uniform());
        return [random.binomial(n, old), random.binomial(n, fresh)];
      });
      const [lower, upper] = forecast(
        eligibleSuite(
          suiteOf(
            drawn.map(([old, fresh], place) => itemOf(`item-${place}`, solved(old, n), solved(fresh, n))),
            { samplesPerItem: n },
          ),
        ),
      ).at(-1)?.interval ?? [1, -1];
      if (lower <= truth && truth <= upper) covered += 1;
    }
    expect(covered / runs).toBeGreaterThanOrEqual(0.9);
  },
);
