import { describe, expect, test } from 'vitest';
import { ApartMeasurement, apartOf } from '../../src/measures/measure-apart.ts';
import { NOTHING_RESAMPLED, resample } from '../../src/measures/frozen/resample.ts';
import { eligibleSuite } from '../../src/measures/samples.ts';
import { solvedItems } from '../../src/measures/solved-items.ts';
import { talliedSuite } from '../../src/measures/frozen/tallied-suite.ts';
import { waysOf } from '../../src/measures/equations/ways.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { itemOf, suiteOf, type Written } from '../support/samples.ts';

const N = 8;

function suite(seed: number, role: 'target' | 'open' = 'target') {
  const random = seededRandom(seed);
  const samples = (): Written[] =>
    Array.from({ length: N }, () => ({
      outcome: random.uniform() < 0.6 ? 'correct' : 'incorrect',
      text: `${random.below(4)} + ${random.below(4)} = 5`,
    }));
  const items = Array.from({ length: 12 }, (_, item) =>
    itemOf(`q${String(item).padStart(2, '0')}`, samples(), samples(), { cluster: `c${item % 5}` }),
  );
  return eligibleSuite(suiteOf(items, { role, ...(role === 'open' && { grader: undefined }) }));
}

/** Measures whole items at once, without another thread. */
const atOnce = (whole: ReturnType<typeof suite>) => ({
  ways: waysOf(solvedItems(whole.items)),
  ...resample(talliedSuite(whole)),
});

describe('a suite whose items are read one by one', () => {
  test('gives the same result as one that is read at once, whatever the order', () => {
    const whole = suite(1);
    const solved = solvedItems(whole.items).toReversed();
    const apart = new ApartMeasurement();
    apart.read(solved.slice(0, 5));
    apart.read(solved.slice(5));
    const measured = apart.measure(structuredClone(apartOf(whole)));
    expect(measured).toEqual(atOnce(whole));
    expect(measured.forecast.map(({ k }) => k)).toEqual([16, 32]);
    expect(measured.ledger).toBeDefined();
    expect(measured.ways).toHaveLength(12);
  });

  test('counts only the requested items', () => {
    const whole = suite(2);
    const some = { ...whole, items: whole.items.filter((_, place) => place % 3 === 0) };
    const apart = new ApartMeasurement();
    apart.read(solvedItems(whole.items));
    expect(apart.measure(apartOf(some))).toEqual(atOnce(some));
  });

  test('is forgotten after measuring, so that the next suite starts empty', () => {
    const [first, second] = [suite(3), suite(4)];
    const apart = new ApartMeasurement();
    apart.read(solvedItems(first.items));
    apart.measure(apartOf(first));
    expect(() => apart.measure(apartOf(first))).toThrow(new RangeError('item q00 was not read'));
    apart.read(solvedItems(second.items));
    expect(apart.measure(apartOf(second))).toEqual(atOnce(second));
  });

  test('is not resampled if nothing is right or wrong', () => {
    const whole = suite(5, 'open');
    const apart = new ApartMeasurement();
    apart.read(solvedItems(whole.items));
    expect(apart.measure(apartOf(whole))).toEqual({
      ...NOTHING_RESAMPLED,
      ways: waysOf(solvedItems(whole.items)),
    });
  });
});
