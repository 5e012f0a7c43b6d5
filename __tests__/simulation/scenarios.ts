import { detectableLoss } from '../../src/statistics/power.ts';
import { seededRandom } from '../../src/statistics/random.ts';
import { outlook, type SuiteToPlan } from '../../src/verdict/outlook.ts';
import type { Guardrail, GuardrailName, Margin, Policy } from '../../src/config/policy.ts';
import type { Decision } from '../../src/verdict/verdict.ts';
import type { Scenario } from './promise.ts';
import type { Ability, Difficulty, SuiteTruth } from './truth.ts';
import * as truth from './truth.ts';

const points = (fraction: number): Margin => ({ kind: 'points', fraction });
const share = (fraction: number): Margin => ({ kind: 'relative', fraction });

/** All guardrails off except the named ones. */
function policyOf(margins: Partial<Record<GuardrailName, Margin>>): Policy {
  const guardrail = (name: GuardrailName): Guardrail => {
    const margin = margins[name];
    return margin === undefined ? 'off' : { margin };
  };
  return {
    guardrails: {
      accuracy: guardrail('accuracy'),
      coverage: guardrail('coverage'),
      diversity: guardrail('diversity'),
      'hardest-group': guardrail('hardest-group'),
      ood: guardrail('ood'),
    },
    failOn: ['reversal', 'regression', 'invalid'],
    minGain: 0,
  };
}

function allOn(fraction = 0.05): Policy {
  return policyOf({
    accuracy: points(fraction),
    coverage: points(fraction),
    diversity: share(0.1),
    'hardest-group': points(2 * fraction),
    ood: points(fraction),
  });
}

const failed = ({ status }: Decision): boolean => status === 'reversal' || status === 'regression';

interface Shape {
  readonly clusters?: readonly string[];
  readonly count?: number;
  readonly difficulty?: Difficulty;
  readonly change?: (old: Ability, place: number, cluster: string) => Ability;
}

function suite(name: string, role: 'target' | 'ood', seed: number, shape: Shape): SuiteTruth {
  const random = seededRandom(seed);
  return truth.suiteTruth({
    name,
    role,
    random,
    clusters: shape.clusters ?? truth.clusterNames(shape.count ?? 300, 1),
    difficulty: shape.difficulty ?? truth.noisy,
    ...(shape.change === undefined ? {} : { change: shape.change }),
  });
}

/** Solves more, every way at least as often as before. */
const gains =
  (share_: number) =>
  (old: Ability): Ability => ({ ...old, solves: old.solves + share_ * (1 - old.solves) });

/** The whole gain is in the most common way and wording; none becomes rarer. */
const gainsThroughTheCommonest =
  (share_: number) =>
  (old: Ability): Ability => {
    const solves = old.solves + share_ * (1 - old.solves);
    const concentrated = (weights: readonly number[]): number[] =>
      weights.map(
        (weight, place) => (old.solves * weight + (place === 0 ? solves - old.solves : 0)) / solves,
      );
    return { solves, ways: concentrated(old.ways), wordings: concentrated(old.wordings) };
  };

function falseAlarm(name: string, n: number, suites: readonly SuiteTruth[], policy: Policy): Scenario {
  for (const { name: suiteName, items } of suites) {
    if (!truth.nothingLost(items)) throw new Error(`${name}: something is lost on ${suiteName}`);
  }
  return {
    name,
    about: 'false alarm',
    promised: { kind: 'at most', rate: 0.025 },
    n,
    suites,
    policy,
    happened: failed,
  };
}

/** A measure whose margin is exactly the true loss. */
function keptAtMargin(
  name: string,
  n: number,
  target: SuiteTruth,
  measure: 'accuracy' | 'coverage' | 'diversity',
): Scenario {
  const k = 2 ** Math.floor(Math.log2(n));
  const value = {
    accuracy: truth.trueAccuracy,
    coverage: truth.trueCoverage(k),
    diversity: truth.trueDissimilarity,
  }[measure];
  const { old, delta } = truth.trueDifference(target.items, value);
  if (delta >= 0) throw new Error(`${name}: nothing is lost`);
  const margin = measure === 'diversity' ? share(-delta / old) : points(-delta);
  const dimension = measure;
  return {
    name: `${name}: ${measure}`,
    about: 'wrongly kept at the margin',
    promised: { kind: 'at most', rate: 0.03 },
    n,
    suites: [target],
    policy: policyOf({ [measure]: margin }),
    happened: ({ family }) =>
      family.some(
        ({ member, state }) =>
          member.guardrail === measure &&
          member.measure.dimension === dimension &&
          member.measure.name !== 'syntactic' &&
          state?.kind === 'kept',
      ),
  };
}

/** A share of the items can no longer be solved; the others gain a little, as after self-training. */
const collapses =
  (share_: number, items: number) =>
  (old: Ability, place: number): Ability =>
    place < Math.max(1, Math.round(share_ * items)) ? { ...old, solves: 0 } : gains(0.02)(old);

/** Whole clusters can no longer be solved. */
const clustersCollapse =
  (share_: number, clusters: number) =>
  (old: Ability, _: number, cluster: string): Ability =>
    Number(cluster.split(' ')[1]) < Math.max(1, Math.round(share_ * clusters)) ? { ...old, solves: 0 } : old;

const narrows = (old: Ability): Ability => ({
  ...old,
  ways: [0.55, 0.25, 0.15, 0.05],
});

/** The same loss on every item: the probability falls by `loss`, on items that are all high enough to lose it. */
const shifts =
  (loss: number) =>
  (old: Ability): Ability => ({ ...old, solves: old.solves - loss });

const middling: Difficulty = (random) => 0.3 + 0.6 * random.uniform();

/**
 * A pair whose true loss is the stated detectable loss. That depends on the standard error, which hardly varies between runs, so
 * it is computed from the truth: the variance of c/n on both sides.
 */
function foundAtDetectable(
  name: string,
  n: number,
  count: number,
  seed: number,
  familySize: number,
  policy: Policy,
): Scenario {
  const margin = 0.02;
  const before = suite('target', 'target', seed, { count, difficulty: middling });
  const variance =
    before.items.reduce((sum, { old }) => sum + (2 * old.solves * (1 - old.solves)) / n, 0) / count;
  const standardError = Math.sqrt((variance * count + 2 * (4 / 3) ** 2) / count ** 2);
  const loss = detectableLoss({ standardError, degreesOfFreedom: count + 1, margin, familySize });
  return {
    name,
    about: 'detectable loss found',
    promised: { kind: 'between', rate: [0.75, 0.9] },
    n,
    suites: [
      suite('target', 'target', seed, { count, difficulty: middling, change: shifts(loss) }),
      ...(familySize > 1 ? [suite('ood', 'ood', seed + 1, { count })] : []),
    ],
    policy,
    happened: ({ family }) =>
      family.some(({ member, state }) => member.pooledTarget && state?.kind === 'lost'),
  };
}

/** The items that `plan` recommends for a target and an ood suite of single items: the maximum that any guardrail needs. */
function recommendedItems(n: number, policy: Policy): number {
  const planned = (role: 'target' | 'ood'): SuiteToPlan => ({
    name: role,
    role,
    grader: 'numeric',
    hardestGroup: undefined,
    items: truth.clusterNames(300, 1).map((cluster) => ({ cluster, group: undefined })),
  });
  const suites = [planned('target'), planned('ood')];
  const found = outlook({ suites, policy, samplesPerItem: n, semantic: false });
  return Math.max(...found.map(({ itemsRecommended }) => itemsRecommended));
}

/** Size at which `plan` promises progress for a gain without loss. */
function progressAtRecommended(name: string, n: number, margin: number, seed: number): Scenario {
  const policy = allOn(margin);
  const count = recommendedItems(n, policy);
  return {
    name: `${name}, ${count} items`,
    about: 'progress',
    promised: { kind: 'at least', rate: 0.8 },
    n,
    suites: [
      suite('target', 'target', seed, { count, change: gains(0.15) }),
      suite('ood', 'ood', seed + 1, { count }),
    ],
    policy,
    happened: ({ status }) => status === 'progress',
  };
}

/** The scenarios of method.md, section 6: at most 24 by name. */
export function scenarios(): Scenario[] {
  const { clusterNames } = truth;
  const collapse = (seed: number, count: number, rate: number, difficulty = truth.noisy): SuiteTruth =>
    suite('target', 'target', seed, { count, difficulty, change: collapses(rate, count) });
  const clustered = (
    seed: number,
    clusters: number,
    size: number,
    rate: number,
    kind: 'equal' | 'unequal',
  ): SuiteTruth =>
    suite('target', 'target', seed, {
      clusters: clusterNames(clusters, size, kind),
      difficulty: truth.noisy,
      change: clustersCollapse(rate, clusters),
    });
  return [
    falseAlarm(
      'unchanged, equally hard items, n = 16',
      16,
      [suite('t', 'target', 1, { difficulty: truth.quiet }), suite('o', 'ood', 2, {})],
      allOn(),
    ),
    falseAlarm(
      'unchanged, items of mixed difficulty, n = 4',
      4,
      [suite('t', 'target', 3, {}), suite('o', 'ood', 4, {})],
      {
        ...allOn(),
        guardrails: { ...allOn().guardrails, coverage: 'off' },
      },
    ),
    falseAlarm(
      'unchanged, items nearly always solved, n = 16',
      16,
      [
        suite('t', 'target', 5, { difficulty: truth.ceiling }),
        suite('o', 'ood', 6, { difficulty: truth.ceiling }),
      ],
      allOn(),
    ),
    falseAlarm(
      'unchanged, items rarely solved, n = 32',
      32,
      [
        suite('t', 'target', 7, { difficulty: truth.floor }),
        suite('o', 'ood', 8, { difficulty: truth.floor }),
      ],
      allOn(),
    ),
    falseAlarm(
      'unchanged, n = 1, 1,000 items',
      1,
      [suite('t', 'target', 9, { count: 1000 }), suite('o', 'ood', 10, { count: 1000 })],
      policyOf({ accuracy: points(0.02), ood: points(0.02) }),
    ),
    falseAlarm(
      'unchanged, n = 128, 30 items',
      128,
      [suite('t', 'target', 11, { count: 30 }), suite('o', 'ood', 12, { count: 30 })],
      allOn(0.15),
    ),
    falseAlarm(
      'unchanged, five target suites of 100, n = 16',
      16,
      [1, 2, 3, 4, 5].map((place) =>
        suite(`t${place}`, 'target', 12 + place, { count: 100, difficulty: truth.bimodal }),
      ),
      allOn(),
    ),
    falseAlarm(
      'gain, unequal clusters, n = 16',
      16,
      [
        suite('t', 'target', 20, { clusters: clusterNames(100, 7, 'unequal'), change: gains(0.2) }),
        suite('o', 'ood', 21, { clusters: clusterNames(60, 5) }),
      ],
      allOn(),
    ),
    falseAlarm(
      'gain, two targets and two ood suites, n = 32',
      32,
      [
        suite('t1', 'target', 22, { change: gains(0.1) }),
        suite('t2', 'target', 23, { count: 100, change: gains(0.3) }),
        suite('o1', 'ood', 24, {}),
        suite('o2', 'ood', 25, { count: 100 }),
      ],
      allOn(),
    ),
    falseAlarm(
      'gain through the most common way, n = 16',
      16,
      [suite('t', 'target', 26, { change: gainsThroughTheCommonest(0.35) }), suite('o', 'ood', 27, {})],
      allOn(),
    ),
    falseAlarm(
      'gain on a tenth of the items, n = 16, 1,000 items',
      16,
      [
        suite('t', 'target', 28, {
          count: 1000,
          change: (old, place) => (place % 10 === 0 ? { ...old, solves: 1 } : old),
        }),
        suite('o', 'ood', 29, { count: 1000 }),
      ],
      allOn(),
    ),
    keptAtMargin('1% of 300 items collapse, n = 16', 16, collapse(30, 300, 0.01, truth.ceiling), 'coverage'),
    keptAtMargin('2% of 50 items collapse, n = 4', 4, collapse(31, 50, 0.02, truth.ceiling), 'accuracy'),
    keptAtMargin('3% of 100 items collapse, n = 16', 16, collapse(32, 100, 0.03, truth.ceiling), 'accuracy'),
    keptAtMargin('5% of 1,000 items collapse, n = 16', 16, collapse(33, 1000, 0.05), 'coverage'),
    keptAtMargin('10% of 30 items collapse, n = 32', 32, collapse(34, 30, 0.1, truth.bimodal), 'accuracy'),
    keptAtMargin(
      '2 of 100 clusters of 10 collapse, n = 16',
      16,
      clustered(35, 100, 10, 0.02, 'equal'),
      'accuracy',
    ),
    keptAtMargin(
      '3 of 60 clusters of 1 to 20 collapse, n = 16',
      16,
      clustered(36, 60, 20, 0.05, 'unequal'),
      'coverage',
    ),
    keptAtMargin(
      'ways become concentrated on every item, n = 16',
      16,
      suite('target', 'target', 37, { change: narrows }),
      'diversity',
    ),
    keptAtMargin(
      'ways become concentrated on a tenth of the items, n = 16',
      16,
      suite('target', 'target', 38, {
        change: (old, place) => (place % 10 === 0 ? { ...old, ways: [1, 0, 0, 0] } : old),
      }),
      'diversity',
    ),
    progressAtRecommended('gain, no loss, margin 2 points, n = 16', 16, 0.02, 40),
    progressAtRecommended('gain, no loss, margin 5 points, n = 32', 32, 0.05, 42),
    foundAtDetectable(
      'loss, a single guardrail, 300 items, n = 16',
      16,
      300,
      44,
      1,
      policyOf({ accuracy: points(0.02) }),
    ),
    foundAtDetectable(
      'loss, two guardrails, 1,000 items, n = 4',
      4,
      1000,
      46,
      2,
      policyOf({ accuracy: points(0.02), ood: points(0.02) }),
    ),
  ];
}
