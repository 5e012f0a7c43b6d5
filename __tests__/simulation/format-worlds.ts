import { decide } from '../../src/run/stages/decide.ts';
import type { GradedItem } from '../../src/grading/outcome.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import type { Random } from '../../src/statistics/random.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import type { Policy } from '../../src/config/policy.ts';
import { itemOf, suiteOf, type Written } from '../support/samples.ts';
import type { Promised } from './promise.ts';

/**
 * How a side writes: this share of its samples states no answer, and the lenient grade finds the value in this share of those.
 */
interface Format {
  readonly unstated: number;
  readonly visible: number;
}

/** Two checkpoints that differ in how they write, in ability, or in neither. */
export interface FormatWorld {
  readonly name: string;
  readonly about:
    | 'false claim when only the format changes'
    | 'unchanged format declared invalid'
    | 'progress hidden';
  readonly promised: Promised;
  readonly old: Format;
  readonly new: Format;
  /** The share of its missing ability that every item gains. */
  readonly gain: number;
  readonly happened: (seen: Seen) => boolean;
}

interface Seen {
  readonly status: string;
  readonly isInvalid: boolean;
}

const N = 8;
const ITEMS = { target: 400, ood: 300 } as const;
const NO_FORMAT: Format = { unstated: 0, visible: 0 };

const policy: Policy = {
  guardrails: {
    accuracy: { margin: { kind: 'points', fraction: 0.02 } },
    coverage: { margin: { kind: 'points', fraction: 0.02 } },
    diversity: 'off',
    'hardest-group': 'off',
    ood: { margin: { kind: 'points', fraction: 0.02 } },
  },
  failOn: ['reversal', 'regression', 'invalid'],
  minGain: 0,
};

const isFalseClaim = ({ status, isInvalid }: Seen): boolean =>
  !isInvalid && ['progress', 'regression', 'reversal'].includes(status);

const percent = (share: number): string => `${Math.round(100 * share)}%`;

const moved = (['old', 'new'] as const).flatMap((side) =>
  [0.1, 0.3, 0.6].flatMap((unstated) =>
    [1, 0.5].map((visible): FormatWorld => ({
      name: `${percent(unstated)} of ${side}'s samples give no explicit answer, ${percent(visible)} of these readable by the lenient grade`,
      about: 'false claim when only the format changes',
      promised: { kind: 'at most', rate: 0.025 },
      old: NO_FORMAT,
      new: NO_FORMAT,
      [side]: { unstated, visible },
      gain: 0,
      happened: isFalseClaim,
    })),
  ),
);

const equal = [0.02, 0.05, 0.2].flatMap((unstated): readonly FormatWorld[] => {
  const format = { unstated, visible: 1 };
  return [
    {
      name: `${percent(unstated)} of both sides' samples readable only by the lenient grade, nothing changes`,
      about: 'unchanged format declared invalid',
      promised: { kind: 'at most', rate: 0.02 },
      old: format,
      new: format,
      gain: 0,
      happened: ({ isInvalid }) => isInvalid,
    },
    {
      name: `${percent(unstated)} of both sides' samples readable only by the lenient grade, +5 points`,
      about: 'progress hidden',
      promised: { kind: 'at most', rate: 0.05 },
      old: format,
      new: format,
      gain: 0.1,
      happened: ({ status, isInvalid }) => status === 'progress' && isInvalid,
    },
  ];
});

export const formatWorlds: readonly FormatWorld[] = [...moved, ...equal];

/** In how many of `runs` whole checks, from run `first` on, the world's event happened. */
export function formatRunsThatHappened(world: FormatWorld, place: number, runs: number, first = 0): number {
  let count = 0;
  for (let run = first; run < first + runs; run += 1) {
    const random = seededRandom(57_001 + place * 1_000_003 + run * 7919);
    const suites = [drawSuite('target', world, random), drawSuite('ood', world, random)];
    const { decision, validity } = decide({ suites, unexpected: [], policy });
    if (world.happened({ status: decision.status, isInvalid: validity.invalid.length > 0 })) count += 1;
  }
  return count;
}

function drawSuite(role: keyof typeof ITEMS, world: FormatWorld, random: Random): SuiteSamples {
  const items = Array.from({ length: ITEMS[role] }, (_, place): GradedItem => {
    const solves = 0.05 + 0.9 * random.uniform();
    const solvesNow = role === 'target' ? solves + world.gain * (1 - solves) : solves;
    const id = `${role} ${place}`;
    return itemOf(id, drawSamples(solves, world.old, random), drawSamples(solvesNow, world.new, random));
  });
  return suiteOf(items, { name: role, role, samplesPerItem: N });
}

function drawSamples(solves: number, { unstated, visible }: Format, random: Random): Written[] {
  return Array.from({ length: N }, (): Written => {
    const isRight = random.uniform() < solves;
    const isUnstated = random.uniform() < unstated;
    const isVisible = random.uniform() < visible;
    if (!isUnstated) return isRight ? 'correct' : 'incorrect';
    return isRight && isVisible ? { outcome: 'unparseable', lenient: 'correct' } : 'unparseable';
  });
}
