import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/evalset/suite.ts';
import type { Measurement } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import type { FamilyMember } from '../../src/verdict/family.ts';
import { family } from '../../src/verdict/family.ts';
import {
  ALL_OFF,
  everywhere,
  NOT_APPLICABLE,
  points,
  policyWith,
  suiteWith,
  UNMEASURABLE,
} from '../support/constructed-measures.ts';

const zero = everywhere(0, 40);

/** A suite on which everything that its role allows was measured. */
function measured(name: string, role: Role): SuiteMeasures {
  const diversity = { syntactic: zero, logical: zero, reach: zero };
  const graded = { accuracy: zero, coverage: zero, hardestGroup: zero };
  return suiteWith({ ...diversity, ...(role === 'open' ? {} : graded) }, { name, role });
}

const shown = (members: readonly FamilyMember[]): string[] =>
  members.map(
    ({ measure, guardrail, pooledTarget }) =>
      `${measure.suite ?? 'pooled'} ${measure.name} by ${guardrail ?? 'nothing'}${pooledTarget ? ', target' : ''}`,
  );

describe('members of the family', () => {
  test('a single target suite’s pass@1 is the pooled target, and enters once', () => {
    expect(shown(family([measured('gsm8k', 'target')], policyWith()))).toEqual([
      'gsm8k pass@1 by accuracy, target',
      'gsm8k pass@16 by coverage',
      'gsm8k syntactic by diversity',
      'gsm8k logical by diversity',
      'gsm8k hardest group by hardest-group',
    ]);
  });

  test('with several target suites, the pooled target is an additional member', () => {
    const members = family(
      [measured('a', 'target'), measured('b', 'target')],
      policyWith({ coverage: 'off' }),
    );
    expect(shown(members).filter((member) => member.includes('pass@'))).toEqual([
      'pooled pass@1 by nothing, target',
      'a pass@1 by accuracy',
      'b pass@1 by accuracy',
    ]);
  });

  test('ood suites guard only pass@1, open suites only diversity', () => {
    const suites = [measured('ood', 'ood'), measured('open', 'open')];
    expect(shown(family(suites, policyWith()))).toEqual([
      'ood pass@1 by ood',
      'open syntactic by diversity',
      'open logical by diversity',
    ]);
  });

  test.each(['accuracy', 'coverage', 'diversity', 'hardest-group', 'ood'] as const)(
    'leaves out a guardrail that is off: %s',
    (off) => {
      const suites = [measured('target', 'target'), measured('ood', 'ood')];
      const members = family(suites, policyWith({ [off]: 'off' }));
      expect(members.map(({ guardrail }) => guardrail)).not.toContain(off);
    },
  );

  test('a suite’s own setting replaces the setting for all suites, on this suite alone', () => {
    const suites = [measured('a', 'target'), measured('b', 'target'), measured('c', 'open')];
    const members = family(suites, {
      ...policyWith({ accuracy: 'off' }),
      suiteGuardrails: new Map([
        ['a', { coverage: 'off', accuracy: { margin: points(0.04) } }],
        ['b', { coverage: { margin: points(0.07) } }],
        ['c', { diversity: { margin: points(0.3) } }],
      ]),
    });
    const settings = members.map(({ measure, margin }) => [measure.suite, measure.name, margin.fraction]);
    expect(settings).toEqual([
      [undefined, 'pass@1', 0.02],
      ['a', 'pass@1', 0.04],
      ['a', 'syntactic', 0.1],
      ['a', 'logical', 0.1],
      ['a', 'hardest group', 0.02],
      ['b', 'pass@16', 0.07],
      ['b', 'syntactic', 0.1],
      ['b', 'logical', 0.1],
      ['b', 'hardest group', 0.02],
      ['c', 'syntactic', 0.3],
      ['c', 'logical', 0.3],
    ]);
  });

  test('the only target suite’s own accuracy setting is that of the target', () => {
    const suiteGuardrails = new Map([['a', { accuracy: { margin: points(0.05) } }]]);
    const [target] = family([measured('a', 'target')], { ...policyWith(), suiteGuardrails });
    expect(target).toMatchObject({ margin: points(0.05), guardrail: 'accuracy', pooledTarget: true });
  });

  test('includes the target with its default margin even if every guardrail is off', () => {
    const members = family([measured('target', 'target')], policyWith(ALL_OFF));
    expect(shown(members)).toEqual(['target pass@1 by nothing, target']);
    expect(members[0]?.margin).toEqual(points(0.02));
  });

  test('is empty without suites', () => {
    expect(family([], policyWith())).toEqual([]);
  });
});

describe('the configuration alone determines the family', () => {
  test.each([
    ['could not be measured', UNMEASURABLE],
    ['does not apply', NOT_APPLICABLE],
  ])('a measure that %s stays in it', (_, measurement) => {
    const of = (value: typeof measurement): FamilyMember[] =>
      family(
        [
          suiteWith({
            accuracy: value,
            coverage: value,
            syntactic: value,
            logical: value,
            reach: value,
            hardestGroup: value,
          }),
        ],
        policyWith(),
      );
    const members = of(measurement);
    expect(shown(members)).toHaveLength(5);
    expect(members.every(({ parts }) => parts === undefined)).toBe(true);
  });

  test('measures that the role or the grader rules out are never in it', () => {
    expect(shown(family([suiteWith({ accuracy: zero, coverage: zero })], policyWith()))).toEqual([
      'suite pass@1 by accuracy, target',
      'suite pass@16 by coverage',
      'suite logical by diversity',
    ]);
  });
});

test('ways are counted beside diversity if there are any, measured or not', () => {
  const reachOf = (reach: Measurement) =>
    family([suiteWith({ syntactic: zero, logical: zero, reach }, { role: 'open' })], policyWith()).map(
      (member) => member.reach?.name,
    );
  expect(reachOf(zero)).toEqual(['reach@16', 'reach@16']);
  expect(reachOf(UNMEASURABLE)).toEqual(['reach@16', 'reach@16']);
  expect(reachOf(NOT_APPLICABLE)).toEqual([undefined, undefined]);
});

test('each member has the margin of its guardrail, the pooled target that of accuracy', () => {
  const policy = policyWith({ accuracy: points(0.03), coverage: points(0.04), ood: points(0.05) });
  const suites = [measured('a', 'target'), measured('b', 'target'), measured('c', 'ood')];
  const marginOf = (name: string): unknown =>
    family(suites, policy).find((member) => shown([member])[0]?.startsWith(name))?.margin;
  expect(marginOf('pooled pass@1')).toEqual(points(0.03));
  expect(marginOf('a pass@1')).toEqual(points(0.03));
  expect(marginOf('b pass@16')).toEqual(points(0.04));
  expect(marginOf('c pass@1')).toEqual(points(0.05));
  expect(marginOf('a logical')).toEqual({ kind: 'relative', fraction: 0.1 });
});

test('only the hardest group steps back if it could not be kept', () => {
  const members = family([measured('a', 'target'), measured('b', 'ood')], policyWith());
  expect(shown(members.filter(({ onlyIfKeepable }) => onlyIfKeepable))).toEqual([
    'a hardest group by hardest-group',
  ]);
});

test('the pooled target gives the reason of the suite that could not be measured', () => {
  const suites = [
    suiteWith({ accuracy: zero }, { name: 'a' }),
    suiteWith({ accuracy: UNMEASURABLE }, { name: 'b' }),
  ];
  const [pooled] = family(suites, policyWith());
  expect(pooled).toMatchObject({
    parts: undefined,
    measure: { suite: undefined, measurement: UNMEASURABLE },
  });
});
