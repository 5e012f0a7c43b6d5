import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import type { Policy } from '../../src/config/policy.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import {
  ALL_OFF,
  everywhere,
  noisy,
  NOT_APPLICABLE,
  points,
  policyWith,
  suiteWith,
  UNMEASURABLE,
} from '../support/constructed-measures.ts';

/** One difference of each kind, for a margin of 2 points, on so many items that chance plays no role. */
const MOVED = {
  gained: everywhere(0.1, 400),
  level: everywhere(0, 400),
  lost: everywhere(-0.1, 400),
  unclear: noisy(0, 0.5, 400),
  /** Shown to be up, but so noisy that it nearly was not. */
  'just up': noisy(0.06, 0.5, 400),
  /** A loss that is shown and accepted. */
  'a little less': everywhere(-0.015, 10_000),
  unmeasured: UNMEASURABLE,
  'not applicable': NOT_APPLICABLE,
} as const satisfies Record<string, Measurement>;

type Moved = keyof typeof MOVED;

const TARGET_AND_COVERAGE = policyWith({ ...ALL_OFF, accuracy: points(0.02), coverage: points(0.02) });

function verdictOn(target: Moved, coverage: Moved, policy: Policy = TARGET_AND_COVERAGE): string {
  return decideVerdict([suiteWith({ accuracy: MOVED[target], coverage: MOVED[coverage] })], policy).status;
}

describe('the target and one other guardrail', () => {
  test.each<[Moved, Moved, string]>([
    ['gained', 'lost', 'reversal'],
    ['just up', 'lost', 'reversal'],
    ['level', 'lost', 'regression'],
    ['unclear', 'lost', 'regression'],
    ['lost', 'lost', 'regression'],
    ['unmeasured', 'lost', 'regression'],
    ['lost', 'level', 'regression'],
    ['lost', 'gained', 'regression'],
    ['lost', 'unclear', 'regression'],
    ['lost', 'unmeasured', 'regression'],
    ['gained', 'level', 'progress'],
    ['gained', 'gained', 'progress'],
    ['gained', 'a little less', 'progress'],
    ['just up', 'level', 'progress'],
    ['level', 'level', 'unchanged'],
    ['level', 'gained', 'unchanged'],
    ['a little less', 'level', 'unchanged'],
    ['gained', 'unclear', 'inconclusive'],
    ['gained', 'unmeasured', 'inconclusive'],
    ['level', 'unclear', 'inconclusive'],
    ['level', 'unmeasured', 'inconclusive'],
    ['unclear', 'level', 'inconclusive'],
    ['unclear', 'unclear', 'inconclusive'],
    ['unmeasured', 'level', 'inconclusive'],
  ])('target %s, coverage %s: %s', (target, coverage, verdict) => {
    expect(verdictOn(target, coverage)).toBe(verdict);
  });

  test('the target itself as a guardrail: a lost target is never a reversal, because up and lost exclude each other', () => {
    expect(
      decideVerdict([suiteWith({ accuracy: MOVED.lost, coverage: MOVED.level })], TARGET_AND_COVERAGE),
    ).toMatchObject({ status: 'regression', gain: false });
  });
});

describe('only the target is guarded', () => {
  const policy = policyWith({ ...ALL_OFF, accuracy: points(0.02) });

  test.each<[Moved, string]>([
    ['gained', 'inconclusive'],
    ['level', 'inconclusive'],
    ['unclear', 'inconclusive'],
    ['lost', 'regression'],
  ])('target %s: %s', (target, verdict) => {
    expect(verdictOn(target, 'level', policy)).toBe(verdict);
  });

  test('a guardrail that does not apply does not count', () => {
    const suite = suiteWith({ accuracy: MOVED.gained, syntactic: NOT_APPLICABLE });
    expect(decideVerdict([suite], policyWith({ coverage: 'off' })).status).toBe('inconclusive');
  });

  test('and does not keep the others from being all kept', () => {
    const suite = suiteWith({
      accuracy: MOVED.gained,
      coverage: MOVED.level,
      syntactic: NOT_APPLICABLE,
      hardestGroup: everywhere(0, 40),
    });
    expect(decideVerdict([suite], policyWith()).status).toBe('progress');
  });

  test('with every guardrail off, a gain is not called progress', () => {
    const suite = suiteWith({ accuracy: MOVED.gained });
    expect(decideVerdict([suite], policyWith(ALL_OFF)).status).toBe('inconclusive');
  });
});

describe("the target's own guardrail is off", () => {
  const policy = policyWith({ ...ALL_OFF, coverage: points(0.02) });

  test.each<[Moved, Moved, string]>([
    ['lost', 'level', 'regression'],
    ['gained', 'lost', 'reversal'],
    ['gained', 'level', 'progress'],
    ['level', 'level', 'unchanged'],
    ['a little less', 'level', 'unchanged'],
    ['unclear', 'level', 'inconclusive'],
  ])('target %s, coverage %s: %s', (target, coverage, verdict) => {
    expect(verdictOn(target, coverage, policy)).toBe(verdict);
  });

  test('unchanged then means within ±2 points, in both directions', () => {
    const at = (value: number): string =>
      decideVerdict([suiteWith({ accuracy: everywhere(value, 100_000), coverage: MOVED.level })], policy)
        .status;
    expect([at(-0.0199), at(-0.021)]).toEqual(['unchanged', 'regression']);
    const notUp = noisy(0.019, 0.3, 900);
    expect(decideVerdict([suiteWith({ accuracy: notUp, coverage: MOVED.level })], policy).status).toBe(
      'inconclusive',
    );
    const notShown = noisy(-0.015, 0.3, 900);
    expect(decideVerdict([suiteWith({ accuracy: notShown, coverage: MOVED.level })], policy).status).toBe(
      'inconclusive',
    );
  });

  test('never unchanged if the target could not be measured', () => {
    expect(verdictOn('unmeasured', 'level', policy)).toBe('inconclusive');
  });
});

const withMinGain = (minGain: number): Policy =>
  policyWith({ ...ALL_OFF, accuracy: points(0.02), coverage: points(0.02) }, { minGain });

describe('gain', () => {
  test('is not shown by fewer than 30 items, however large it is', () => {
    const on = (items: number): string =>
      decideVerdict(
        [suiteWith({ accuracy: everywhere(0.9, items), coverage: MOVED.level })],
        policyWith({ ...ALL_OFF, coverage: points(0.02) }),
      ).status;
    expect([on(29), on(30)]).toEqual(['inconclusive', 'progress']);
  });

  test('must have its lower bound above the minimum gain', () => {
    const suites = [suiteWith({ accuracy: MOVED.gained, coverage: MOVED.level })];
    const lower = decideVerdict(suites, withMinGain(0)).target?.estimate?.interval[0] ?? Number.NaN;
    expect(lower).toBeGreaterThan(0.05);
    expect(decideVerdict(suites, withMinGain(lower))).toMatchObject({ status: 'inconclusive', gain: false });
    expect(decideVerdict(suites, withMinGain(lower - 1e-12))).toMatchObject({
      status: 'progress',
      gain: true,
    });
  });

  test('a gain below the minimum still counts as up: with a loss it is a reversal', () => {
    expect(verdictOn('just up', 'lost', withMinGain(0.09))).toBe('reversal');
  });

  test('a small gain within the margin of the target is unchanged', () => {
    const accuracy = everywhere(0.005, 1000);
    expect(decideVerdict([suiteWith({ accuracy, coverage: MOVED.level })], withMinGain(0.01)).status).toBe(
      'unchanged',
    );
  });

  test('29.99 effective clusters show no gain, 30 do', () => {
    const clustered = (items: number): SuiteMeasures[] => [
      suiteWith({
        accuracy: everywhere(0.5, items, { old: 0, cluster: (place) => `c${place < 300 ? place % 30 : 0}` }),
        coverage: MOVED.lost,
      }),
    ];
    const up = noisy(0.4, 0.3, 30);
    expect(
      decideVerdict([suiteWith({ accuracy: up, coverage: MOVED.lost })], TARGET_AND_COVERAGE).status,
    ).toBe('reversal');
    expect(decideVerdict(clustered(301), TARGET_AND_COVERAGE)).toMatchObject({
      status: 'regression',
      gain: false,
    });
  });
});

describe('no target suite', () => {
  const ood = (...moved: readonly Moved[]): SuiteMeasures[] =>
    moved.map((each, place) => suiteWith({ accuracy: MOVED[each] }, { role: 'ood', name: `ood ${place}` }));

  test.each<[readonly Moved[], string]>([
    [['level'], 'unchanged'],
    [['gained', 'level'], 'unchanged'],
    [['a little less'], 'unchanged'],
    [['level', 'lost'], 'regression'],
    [['unclear', 'lost'], 'regression'],
    [['gained', 'unclear'], 'inconclusive'],
    [['level', 'unmeasured'], 'inconclusive'],
  ])('ood %j: %s', (moved, verdict) => {
    const decision = decideVerdict(ood(...moved), policyWith());
    expect(decision).toMatchObject({ status: verdict, target: undefined, gain: false });
  });

  test('shows nothing if the only guardrail does not apply', () => {
    const open = suiteWith({ syntactic: NOT_APPLICABLE }, { role: 'open' });
    expect(decideVerdict([open], policyWith()).status).toBe('inconclusive');
  });
});

describe('several target suites', () => {
  const targets = (...moved: readonly Moved[]): SuiteMeasures[] =>
    moved.map((each, place) =>
      suiteWith({ accuracy: MOVED[each], coverage: MOVED.level }, { name: `target ${place}` }),
    );

  test.each<[readonly Moved[], string]>([
    [['gained', 'gained'], 'progress'],
    [['gained', 'level'], 'progress'],
    // Up on average, with one of them lost: exactly the case that must not pass.
    [['gained', 'gained', 'lost'], 'reversal'],
    [['gained', 'lost'], 'regression'],
    [['level', 'level'], 'unchanged'],
    [['gained', 'unclear'], 'inconclusive'],
    [['gained', 'unmeasured'], 'inconclusive'],
    [['lost', 'unmeasured'], 'regression'],
  ])('%j: %s', (moved, verdict) => {
    expect(decideVerdict(targets(...moved), TARGET_AND_COVERAGE).status).toBe(verdict);
  });

  test('four small losses that no suite shows alone are a loss of the pooled target', () => {
    const suites = ['a', 'b', 'c', 'd'].map((name) => {
      const accuracy = noisy(-0.1, 1, 600, { cluster: (place) => `${name}${place}` });
      return suiteWith({ accuracy, coverage: MOVED.level }, { name });
    });
    const { family, status } = decideVerdict(suites, TARGET_AND_COVERAGE);
    expect(family.map(({ state }) => state?.kind).slice(0, 3)).toEqual(['lost', 'unclear', 'kept']);
    expect(status).toBe('regression');
  });
});

test('a guardrail that is unclear only because of its adjusted p prevents a reversal', () => {
  // p between 2.5% and half of it: with two hypotheses in the family, the smaller p is doubled.
  const borderline = noisy(-0.038, 0.3, 300);
  const suite = suiteWith({ accuracy: MOVED.gained, coverage: borderline });
  expect(decideVerdict([suite], TARGET_AND_COVERAGE).status).toBe('inconclusive');
});
