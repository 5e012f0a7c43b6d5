import { forecast } from '../../src/measures/frozen/forecast.ts';
import { eligibleSuite } from '../../src/measures/samples.ts';
import { talliedSuite } from '../../src/measures/frozen/tallied-suite.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';
import type { Promised } from './promise.ts';

/** Items of one kind: the solve probabilities of old and new for the item that `u`, uniform on 0 to 1, selects. */
export interface ForecastWorld {
  readonly name: string;
  /** Samples per item and side; pass@4n is forecast. */
  readonly n: number;
  readonly promised: Promised;
  readonly abilities: (u: number) => readonly [old: number, candidate: number];
}

const ITEMS = 300;
const LOWEST_COVERAGE = 0.9;

/** The change at 4n samples is summed over this many items, evenly spread. */
const PLACES = 100_000;

const KINDS: Readonly<Record<string, ForecastWorld['abilities']>> = {
  'the hardest items are lost, the rest gain': (u) => [
    u ** 2,
    u ** 2 < 0.1 ? 0.3 * u ** 2 : Math.min(1, 1.2 * u ** 2),
  ],
  'most items nearly always or nearly never solved, a tenth of them collapse': (u) => {
    const old = u < 0.5 ? 0.15 * u : 1 - 0.15 * (1 - u);
    return [old, u % 0.1 < 0.01 ? 0 : old];
  },
  'evenly spread abilities, nothing changes': (u) => [0.05 + 0.9 * u, 0.05 + 0.9 * u],
  'hard items, none solved more than 5% of the time, each loses a third of its ability': (u) => [
    0.05 * u,
    (0.05 * u * 2) / 3,
  ],
};

/** Every kind of items, with few and with many samples. */
export const forecastWorlds: readonly ForecastWorld[] = Object.entries(KINDS).flatMap(([name, abilities]) =>
  [8, 32].map((n): ForecastWorld => ({
    name: `${name}, n = ${n}`,
    n,
    promised: { kind: 'at least', rate: LOWEST_COVERAGE },
    abilities,
  })),
);

/**
 * In how many of `runs`, from run `first` on, the 95% interval of pass@4n's change contains the true value; each run samples 300
 * new items.
 */
export function forecastsThatHold(
  { n, abilities }: ForecastWorld,
  place: number,
  runs: number,
  first = 0,
): number {
  const truth = trueChange(abilities, 4 * n);
  let count = 0;
  for (let run = first; run < first + runs; run += 1) {
    const random = seededRandom(1978 + place * 1_000_003 + run * 7919);
    const items = Array.from({ length: ITEMS }, (_, item) => {
      const [old, candidate] = abilities(random.uniform());
      return itemOf(
        `item-${item}`,
        solved(random.binomial(n, old), n),
        solved(random.binomial(n, candidate), n),
      );
    });
    const last = forecast(talliedSuite(eligibleSuite(suiteOf(items, { samplesPerItem: n })))).at(-1);
    if (last?.k !== 4 * n) throw new Error(`pass@${4 * n} was not forecast`);
    const [lower, upper] = last.interval;
    if (lower <= truth && truth <= upper) count += 1;
  }
  return count;
}

function trueChange(abilities: ForecastWorld['abilities'], k: number): number {
  let sum = 0;
  for (let place = 0; place < PLACES; place += 1) {
    const [old, candidate] = abilities((place + 0.5) / PLACES);
    sum += (1 - old) ** k - (1 - candidate) ** k;
  }
  return sum / PLACES;
}
