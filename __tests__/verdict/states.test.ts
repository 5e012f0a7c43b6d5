import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../src/measures/measurement.ts';
import { estimate, marginInUnits, shownKept } from '../../src/verdict/estimate.ts';
import { family } from '../../src/verdict/family.ts';
import type { Margin } from '../../src/config/policy.ts';
import type { DecidedMember } from '../../src/verdict/states.ts';
import { itemsNeeded } from '../../src/statistics/power.ts';
import { decideStates } from '../../src/verdict/states.ts';
import { decideVerdict } from '../../src/verdict/verdict.ts';
import { expectClose } from '../support/close.ts';
import {
  ALL_OFF,
  everywhere,
  type Measured,
  noisy,
  NOT_APPLICABLE,
  points,
  policyWith,
  relative,
  suiteWith,
  UNMEASURABLE,
} from '../support/constructed-measures.ts';

/** Decides one ood suite: a family of a single guardrail. */
function judgedAlone(measurement: Measurement, margin: Margin = points(0.02)): DecidedMember {
  const suite = suiteWith({ accuracy: measurement }, { role: 'ood' });
  return only(decideStates(family([suite], policyWith({ ...ALL_OFF, ood: margin }))));
}

/** Decides one kind of diversity of a target suite, beside its accuracy, which never changes. */
function judgedDiversity(
  syntactic: Measurement,
  reach: Measurement,
  margin: Margin = relative(0.1),
): DecidedMember {
  const suite = suiteWith({ accuracy: everywhere(0, 400), syntactic, reach });
  const judged = decideStates(family([suite], policyWith({ ...ALL_OFF, diversity: margin })));
  return find(judged, 'syntactic');
}

function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length > 1) throw new Error(`expected one, found ${list.length}`);
  return first;
}

function find(judged: readonly DecidedMember[], name: string): DecidedMember {
  return only(judged.filter(({ member }) => member.measure.name === name));
}

/** The two neighboring numbers between which `holds` changes from true (at `yes`) to false (at `no`). */
function boundary(yes: number, no: number, holds: (value: number) => boolean): [yes: number, no: number] {
  let [inside, outside] = [yes, no];
  expect([holds(yes), holds(no)]).toEqual([true, false]);
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle === inside || middle === outside) return [inside, outside];
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
}

const slightly = (value: number): DecidedMember => judgedAlone(noisy(value, 0.3, 300), points(1e-6));

describe('lost', () => {
  test('an estimate exactly at the margin is lost, one a hair above it is not', () => {
    const margin = points(0.25);
    expect(judgedAlone(everywhere(-0.25, 256), margin).state).toEqual({ kind: 'lost' });
    expect(judgedAlone(everywhere(-0.25 + 2 ** -30, 256), margin).state).toMatchObject({
      kind: 'unclear',
      why: { cause: 'not-shown' },
    });
  });

  test('an estimate beyond the margin is not lost while it could be chance', () => {
    const judged = judgedAlone(noisy(-0.03, 0.6, 300));
    expect(judged.estimate?.delta).toBeLessThan(-0.02);
    expect(judged.pLossAdjusted).toBeGreaterThan(0.025);
    expect(judged.state).toMatchObject({ kind: 'unclear', why: { cause: 'not-shown' } });
  });

  test('p changes the state between two neighboring numbers, and exactly 2.5% is lost', () => {
    const [lost, unclear] = boundary(-0.2, -1e-5, (value) => slightly(value).state?.kind === 'lost');
    expect(slightly(lost).pLossAdjusted).toBeLessThanOrEqual(0.025);
    expect(slightly(unclear).pLossAdjusted).toBeGreaterThan(0.025);
    expectClose(slightly(lost).pLossAdjusted, 0.025);
    expect(slightly(unclear).state?.kind).toBe('unclear');
  });

  test('a loss within the margin is never called lost, however certain it is', () => {
    const judged = judgedAlone(everywhere(-0.01, 10_000));
    expect(judged.pLossAdjusted).toBeLessThan(1e-9);
    expect(judged.state).toEqual({ kind: 'kept', withinMargin: true });
  });
});

describe('kept', () => {
  test.each([
    [0.01, 370],
    [0.02, 185],
    [0.03, 123],
    [0.05, 74],
  ])('without any difference, a margin of %d is shown kept from %d items', (margin, items) => {
    expect(judgedAlone(everywhere(0, items), points(margin)).state).toEqual({
      kind: 'kept',
      withinMargin: false,
    });
    const { state } = judgedAlone(everywhere(0, items - 1), points(margin));
    if (state?.kind !== 'unclear' || state.why.cause !== 'not-shown') throw new Error('it was settled');
    expect(state.why.itemsNeeded).toBeGreaterThanOrEqual(items);
  });

  test('the lower bound must lie above −margin: at −margin itself it is unclear', () => {
    const measurement = noisy(0.004, 0.1, 400);
    const lower = estimate([{ measurement, weight: 1 }]).interval[0];
    const [kept, unclear] = boundary(0.5, 1e-6, (margin) => {
      return judgedAlone(measurement, points(margin)).state?.kind === 'kept';
    });
    expect(unclear).toBe(-lower);
    expect(kept).toBeGreaterThan(-lower);
  });

  test('a loss that is shown and lies within the margin is reported as a loss within the margin', () => {
    const upperOf = (value: number): number => judgedAlone(everywhere(value, 400)).estimate?.interval[1] ?? 0;
    const [shown, notShown] = boundary(-0.011, 0, (value) => upperOf(value) < 0);
    expect(judgedAlone(everywhere(shown, 400)).state).toEqual({ kind: 'kept', withinMargin: true });
    expect(judgedAlone(everywhere(notShown, 400)).state).toEqual({ kind: 'kept', withinMargin: false });
  });
});

describe('the floor: a guardrail in points is kept only if its collapse would be shown', () => {
  /** 500 items of which old solves some, in all their samples; new does the same as old. */
  const solving = (count: number, change = 0): Measured => ({
    kind: 'measured',
    items: Array.from({ length: 500 }, (_, place) => {
      const old = place < count ? 1 : 0;
      return { id: `i${place}`, cluster: `c${place}`, old, new: Math.min(1, old + (place % 2) * change) };
    }),
    largestValue: 1,
    reach: 1,
  });
  const floor = (solved: number) => ({
    kind: 'unclear',
    why: { cause: 'nothing-to-lose', solved, of: 500 },
  });

  test.each([0, 3, 9])('old solves %d of 500: less than the margin is nothing to lose', (count) => {
    expect(judgedAlone(solving(count)).state).toEqual(floor(count));
  });

  test('at exactly the margin, losing everything would be shown, so the guardrail can be kept', () => {
    expect(judgedAlone(solving(10)).state).toEqual({ kind: 'kept', withinMargin: false });
    expect(judgedAlone(solving(15)).state).toEqual({ kind: 'kept', withinMargin: false });
  });

  test('a total loss as large as the margin that could be chance is not shown', () => {
    expect(judgedAlone(solving(4), points(0.008)).state?.kind).toBe('unclear');
  });

  test('a gain is kept whatever old had, since nothing was lost', () => {
    expect(judgedAlone(solving(0, 0.2)).state).toEqual({ kind: 'kept', withinMargin: false });
  });

  test('depends on old alone: new cannot open it', () => {
    expect(judgedAlone(solving(3, 0.002)).state).toEqual(floor(3));
  });

  test('an unmoved target below the floor is not unchanged, whether its own guardrail is off or on', () => {
    const suites = [suiteWith({ accuracy: solving(3), coverage: everywhere(0, 500) })];
    const guardrails = { ...ALL_OFF, coverage: points(0.02) };
    expect(decideVerdict(suites, policyWith(guardrails)).status).toBe('inconclusive');
    expect(decideVerdict(suites, policyWith({ ...guardrails, accuracy: points(0.02) })).status).toBe(
      'inconclusive',
    );
    const above = [suiteWith({ accuracy: solving(15), coverage: everywhere(0, 500) })];
    expect(decideVerdict(above, policyWith(guardrails)).status).toBe('unchanged');
  });
});

describe("a margin relative to old's value", () => {
  test('is that share of old', () => {
    expect(marginInUnits(relative(0.1), { old: 0.4 })).toBeCloseTo(0.04, 15);
    expect(marginInUnits(points(0.02), { old: 0.4 })).toBe(0.02);
  });

  test('is tested on new − (1 − m)·old, so that variation shared with old costs nothing', () => {
    // New is 5% below old everywhere. Old varies between items, and so do the differences, yet no item lost
    // 10%.
    const items = Array.from({ length: 600 }, (_, place) => {
      const old = place % 2 === 0 ? 0.2 : 0.9;
      return { id: `i${place}`, cluster: `c${place}`, old, new: 0.95 * old };
    });
    const judged = judgedDiversity({ kind: 'measured', items, largestValue: 0.9, reach: 1 }, NOT_APPLICABLE);
    expect(judged.state).toEqual({ kind: 'kept', withinMargin: true });
  });

  test("includes old's own uncertainty: kept against a tenth of the observed mean is not enough", () => {
    // The differences are all equal, so 0.05, a tenth of old's mean, seems safe; but that mean is itself an
    // estimate.
    const items = Array.from({ length: 60 }, (_, place) => {
      const old = place < 30 ? 0.95 : 0.05;
      return { id: `i${place}`, cluster: `c${place}`, old, new: old - 0.04 };
    });
    const measurement = { kind: 'measured' as const, items, largestValue: 0.1, reach: 1 };
    const parts = [{ measurement, weight: 1 }];
    expect(marginInUnits(relative(0.1), estimate(parts))).toBeCloseTo(0.05, 12);
    expect(shownKept(parts, points(0.05))).toBe(true);
    expect(shownKept(parts, relative(0.1))).toBe(false);
  });

  test('lost compares the difference with that share of old', () => {
    const none = NOT_APPLICABLE;
    expect(judgedDiversity(everywhere(-0.0625, 512, { old: 0.5 }), none, relative(0.125)).state).toEqual({
      kind: 'lost',
    });
    expect(
      judgedDiversity(everywhere(-0.0625 + 2 ** -30, 512, { old: 0.5 }), none, relative(0.125)).state?.kind,
    ).toBe('unclear');
  });
});

/** Its p lies between 2.5% and half of that: lost alone, not beside another hypothesis. */
const borderline = noisy(-0.038, 0.3, 300);

const targetWith = (syntactic: Measurement): DecidedMember[] =>
  decideStates(family([suiteWith({ accuracy: borderline, syntactic })], policyWith({ coverage: 'off' })));

describe('Holm over the family', () => {
  test('a guardrail that cannot be measured stays in the family with p = 1', () => {
    const alone = judgedAlone(borderline);
    expect(alone.pLoss).toBeGreaterThan(0.0125);
    expect(alone.pLoss).toBeLessThan(0.025);
    expect(alone.state).toEqual({ kind: 'lost' });

    const suites = [
      suiteWith({ accuracy: borderline }, { role: 'ood', name: 'one' }),
      suiteWith({ accuracy: UNMEASURABLE }, { role: 'ood', name: 'two' }),
    ];
    const [measured, unmeasured] = decideStates(family(suites, policyWith()));
    expect(measured?.pLossAdjusted).toBe(2 * alone.pLoss);
    expect(measured?.state?.kind).toBe('unclear');
    expect(unmeasured).toMatchObject({
      pLoss: 1,
      pLossAdjusted: 1,
      estimate: undefined,
      marginInUnits: undefined,
      detectable: undefined,
      state: { kind: 'unclear', why: { cause: 'unmeasurable', reason: 'nothing could be measured' } },
    });
  });

  test('diversity that does not apply stays in the family too, and gates nothing', () => {
    const judged = targetWith(NOT_APPLICABLE);
    expect(judged.map(({ member }) => member.measure.name)).toEqual(['pass@1', 'syntactic', 'logical']);
    expect(find(judged, 'pass@1').pLossAdjusted).toBe(3 * find(judged, 'pass@1').pLoss);
    expect(find(judged, 'syntactic')).toMatchObject({ state: undefined, pLoss: 1 });
  });

  test('two losses help each other as Holm’s procedure allows: the smaller p is doubled, the larger is not', () => {
    const suites = ['one', 'two'].map((name, place) =>
      suiteWith({ accuracy: place === 0 ? everywhere(-0.1, 400) : borderline }, { role: 'ood', name }),
    );
    expect(decideStates(family(suites, policyWith())).map(({ state }) => state?.kind)).toEqual([
      'lost',
      'lost',
    ]);
  });
});

describe('diversity if ways are counted absolutely', () => {
  const lessDiverse = everywhere(-0.1, 400, { old: 0.4 });
  const lost = everywhere(-1, 400, { old: 3, largestValue: 4, reach: 16 });
  const level = everywhere(0, 400, { old: 3, largestValue: 4, reach: 16 });

  test('both lost: lost, with the larger p of the two', () => {
    const judged = judgedDiversity(lessDiverse, lost);
    const [pOfD, pOfReach] = [lessDiverse, lost].map(
      (measurement) => estimate([{ measurement, weight: 1 }]).pLoss,
    );
    expect(judged.state).toEqual({ kind: 'lost' });
    expect(judged.pLoss).toBe(Math.max(pOfD ?? 1, pOfReach ?? 1));
  });

  test('D lost and reach not lost: concentrated on fewer ways', () => {
    expect(judgedDiversity(lessDiverse, level).state).toEqual({
      kind: 'unclear',
      why: { cause: 'concentrated' },
    });
    expect(judgedDiversity(lessDiverse, UNMEASURABLE).state).toEqual({
      kind: 'unclear',
      why: { cause: 'concentrated' },
    });
  });

  test('without ways, D decides alone', () => {
    expect(judgedDiversity(lessDiverse, NOT_APPLICABLE).state).toEqual({ kind: 'lost' });
  });

  test('reach lost and D within its margin: never lost', () => {
    expect(judgedDiversity(everywhere(-0.01, 4000, { old: 0.4 }), lost).state).toEqual({
      kind: 'kept',
      withinMargin: true,
    });
    expect(judgedDiversity(everywhere(0, 400, { old: 0.4 }), lost).state?.kind).toBe('kept');
  });

  test('D lost only by itself, and not within the family, is not called concentrated', () => {
    const hardlyLess = noisy(-0.053, 0.5, 400);
    const alone = estimate([{ measurement: hardlyLess, weight: 1 }]).pLoss;
    expect(alone).toBeLessThan(0.025);
    expect(3 * alone).toBeGreaterThan(0.025);
    expect(judgedDiversity(hardlyLess, level, points(0.02)).state).toMatchObject({
      kind: 'unclear',
      why: { cause: 'not-shown' },
    });
  });
});

/** Thirty clusters of ten items, the first with `extra` more. */
const clustered = (value: number, extra: number): Measurement =>
  everywhere(value, 300 + extra, { old: 1, cluster: (place) => `c${place < 300 ? place % 30 : 0}` });

describe('effective clusters', () => {
  test('30 gate; slightly fewer do not, whatever the data', () => {
    expect(judgedAlone(clustered(-1, 0)).estimate?.effectiveClusters).toBe(30);
    expect(judgedAlone(clustered(-1, 0)).state).toEqual({ kind: 'lost' });

    const less = judgedAlone(clustered(-1, 1));
    expect(less.estimate?.effectiveClusters).toBeLessThan(30);
    expect(less.estimate?.effectiveClusters).toBeGreaterThan(29.9);
    expect(less).toMatchObject({
      state: { kind: 'unclear', why: { cause: 'too-few-clusters', needed: 30 } },
      pLoss: 1,
      pLossAdjusted: 1,
    });
  });

  test('a single item is unclear, and all its figures are numbers', () => {
    const judged = judgedAlone(everywhere(-1, 1, { old: 1 }));
    expect(judged.state).toMatchObject({ kind: 'unclear', why: { cause: 'too-few-clusters' } });
    expect(judged.estimate).toMatchObject({ old: 1, new: 0, delta: -1, items: 1, effectiveClusters: 1 });
    expect(judged.estimate?.plainStandardError).toBeUndefined();
    expect(judged.estimate?.interval.every((bound) => bound >= -1 && bound <= 1)).toBe(true);
  });
});

const judgedGroup = (hardestGroup: Measurement): DecidedMember =>
  find(
    decideStates(
      family(
        [suiteWith({ accuracy: everywhere(0, 400), hardestGroup })],
        policyWith({ ...ALL_OFF, 'hardest-group': points(0.05) }),
      ),
    ),
    'hardest group',
  );

describe('the hardest group gates only if it could be kept', () => {
  test('74 items can show 5 points kept, 73 cannot: they are reported, with p = 1 in the family', () => {
    expect(judgedGroup(everywhere(0, 74)).state).toEqual({ kind: 'kept', withinMargin: false });
    expect(judgedGroup(everywhere(-0.5, 74)).state).toEqual({ kind: 'lost' });
    expect(judgedGroup(everywhere(-0.5, 73))).toMatchObject({ state: undefined, pLoss: 1 });
  });

  test('does not apply if no group is large enough; is unclear for a group without samples', () => {
    expect(judgedGroup(NOT_APPLICABLE).state).toBeUndefined();
    expect(judgedGroup(UNMEASURABLE).state).toMatchObject({ why: { cause: 'unmeasurable' } });
  });
});

test('the detectable loss grows with the family', () => {
  const alone = judgedAlone(noisy(0, 0.3, 400)).detectable ?? 0;
  const suites = ['one', 'two', 'three'].map((name) =>
    suiteWith({ accuracy: noisy(0, 0.3, 400) }, { role: 'ood', name }),
  );
  const among = decideStates(family(suites, policyWith())).map(({ detectable }) => detectable ?? 0);
  expect(Math.min(...among)).toBeGreaterThan(alone);
  expect(alone).toBeGreaterThan(0.02);
});

test('an empty family has no results', () => {
  expect(decideStates([])).toEqual([]);
});

describe('how many items would settle it', () => {
  const neededFor = (measurement: Measurement): number => {
    const { state } = judgedAlone(measurement);
    if (state?.kind !== 'unclear' || state.why.cause !== 'not-shown') throw new Error('it was settled');
    return state.why.itemsNeeded ?? Number.NaN;
  };

  test('as many items with this spread as the planning formula gives', () => {
    const spread = 0.4 * Math.sqrt(400 / 399);
    expect(neededFor(noisy(0, 0.4, 400))).toBe(itemsNeeded({ spread, margin: 0.02 }));
  });

  test('for items that vary together in fours, as many as come in fours', () => {
    const inFours = noisy(0, 0.4, 400, { cluster: (place) => `c${place % 2}.${Math.floor(place / 8)}` });
    const spread = 2 * 0.4 * Math.sqrt(100 / 99);
    expect(neededFor(inFours)).toBe(itemsNeeded({ spread, margin: 0.02, itemsPerCluster: 4 }));
  });
});
