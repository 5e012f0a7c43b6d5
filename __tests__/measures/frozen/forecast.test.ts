import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/measures/frozen/forecast.ts';
import { eligibleSuite } from '../../../src/measures/samples.ts';
import type { TalliedSuite } from '../../../src/measures/frozen/tallied-suite.ts';
import { talliedSuite } from '../../../src/measures/frozen/tallied-suite.ts';
import { fitMixtures, passAtKOfMixture } from '../../../src/statistics/mixture.ts';
import { expectClose } from '../../support/close.ts';
import { itemOf, solved, suiteOf } from '../../support/samples.ts';

function suite(
  counts: readonly (readonly [old: number, candidate: number])[],
  n: number,
  clusterOf = (place: number): string => `c${place}`,
): TalliedSuite {
  const items = counts.map(([old, candidate], place) =>
    itemOf(`item-${place}`, solved(old, n), solved(candidate, n), { cluster: clusterOf(place) }),
  );
  return talliedSuite(eligibleSuite(suiteOf(items, { samplesPerItem: n })));
}

const counts: [number, number][] = Array.from({ length: 40 }, (_, place) => [place % 9, (place * 5) % 9]);

const mixture = (side: 0 | 1): Float64Array =>
  fitMixtures(
    Array.from({ length: 9 }, (_, successes) => ({ successes, trials: 8 })),
    [Array.from({ length: 9 }, (_, seen) => counts.filter((pair) => pair[side] === seen).length)],
  )[0] ?? new Float64Array();

describe('the forecast of coverage beyond n', () => {
  it('goes from the first power of two above n to 4n, and needs n ≥ 8', () => {
    const pointsOf = (n: number): number[] => forecast(suite([[1, 1]], n)).map(({ k }) => k);
    expect(pointsOf(7)).toEqual([]);
    expect(pointsOf(8)).toEqual([16, 32]);
    expect(pointsOf(12)).toEqual([16, 32]);
    expect(pointsOf(20)).toEqual([32, 64]);
    expect(forecast(suite([], 8))).toEqual([]);
  });

  it('is the mean over the fitted mixture on each side', () => {
    for (const point of forecast(suite(counts, 8))) {
      expectClose(point.old, passAtKOfMixture(mixture(0), point.k));
      expectClose(point.new, passAtKOfMixture(mixture(1), point.k));
      expectClose(point.delta, point.new - point.old);
      expect(point.interval[0]).toBeLessThan(point.delta);
      expect(point.interval[1]).toBeGreaterThan(point.delta);
    }
  });

  it('shows no change at all for two equal sides, because the bootstrap is paired', () => {
    for (const { delta, interval } of forecast(
      suite(
        counts.map(([old]) => [old, old]),
        8,
      ),
    )) {
      expect(delta).toBe(0);
      expect(interval).toEqual([0, 0]);
    }
  });

  it('only changes sign if old and new are exchanged', () => {
    const one = forecast(suite(counts, 8));
    const other = forecast(
      suite(
        counts.map(([old, candidate]) => [candidate, old]),
        8,
      ),
    );
    one.forEach((point, place) => {
      expect(other[place]?.old).toBe(point.new);
      expectClose(other[place]?.delta ?? Number.NaN, -point.delta);
      expectClose(other[place]?.interval[0] ?? Number.NaN, -point.interval[1]);
    });
  });

  it('resamples whole clusters: duplicating every item within its cluster adds no evidence', () => {
    const single = forecast(suite(counts, 8));
    const twice = forecast(suite([...counts, ...counts], 8, (place) => `c${place % counts.length}`));
    single.forEach(({ interval }, place) => {
      expectClose(twice[place]?.interval[0] ?? Number.NaN, interval[0]);
      expectClose(twice[place]?.interval[1] ?? Number.NaN, interval[1]);
    });
  });
});
