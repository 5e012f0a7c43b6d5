import { z } from 'zod';
import { decide } from '../../src/run/stages/decide.ts';
import { lenientMeasures } from '../../src/measures/lenient-measures.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { Measure } from '../../src/measures/measurement.ts';
import type { GuardrailName, Policy } from '../../src/config/policy.ts';
import type { Written } from '../support/samples.ts';
import { itemOf, solved, suiteOf } from '../support/samples.ts';
import type { Recompute } from './recompute.ts';
import { count, counts, example, repeated } from './recompute.ts';

const moved = z.tuple([count, z.int()]);

/** Only the named guardrails are on, with one margin. */
function policyOf(points: number, names: readonly GuardrailName[]): Policy {
  const setting = (name: GuardrailName) =>
    names.includes(name) ? { margin: { kind: 'points', fraction: points / 100 } as const } : ('off' as const);
  return {
    guardrails: {
      accuracy: setting('accuracy'),
      coverage: setting('coverage'),
      diversity: setting('diversity'),
      ood: setting('ood'),
      'hardest-group': setting('hardest-group'),
    },
    failOn: [],
    minGain: 0,
  };
}

const writtenSide = z.strictObject({ correct: count, 'right but not stated': count });

/** n samples: correct ones, ones that only the lenient grade counts as correct, and wrong ones. */
function bothGrades(side: z.output<typeof writtenSide>, n: number): Written[] {
  const { correct, 'right but not stated': unstated } = side;
  const notStated: Written = { outcome: 'unparseable', lenient: 'correct' };
  return [
    ...solved(correct, correct),
    ...Array.from({ length: unstated }, () => notStated),
    ...solved(0, n - correct - unstated),
  ];
}

/** Old's value on the only item. */
function oldOf(measure: Measure | undefined): number | undefined {
  return measure?.measurement.kind === 'measured' ? measure.measurement.items[0]?.old : undefined;
}

/** By the name of the example in docs/method.md. */
export const VERDICTS: Readonly<Record<string, Recompute>> = {
  states: example(
    z.strictObject({
      n: count,
      'margin in points': z.number(),
      suites: z.record(z.string(), z.array(z.strictObject({ items: count, old: count, new: count }))),
    }),
    ({ n, 'margin in points': points, suites }) => {
      const samples = Object.entries(suites).map(([name, parts]) =>
        suiteOf(
          parts.flatMap(({ items, old, new: candidate }, part) =>
            repeated(items, `${part}`, solved(old, n), solved(candidate, n)),
          ),
          { name, role: 'ood' },
        ),
      );
      const { decision } = decide({
        suites: samples,
        unexpected: [],
        policy: policyOf(points, ['ood']),
      });
      return Object.fromEntries(
        decision.family.map(({ member, state, estimate }) => [
          member.measure.suite,
          { state: state?.kind, delta: estimate?.delta, interval: estimate?.interval },
        ]),
      );
    },
  ),

  verdicts: example(
    z.strictObject({
      n: count,
      items: count,
      'correct before': count,
      'margin in points': z.number(),
      moved: z.array(z.strictObject({ target: moved, ood: moved })),
    }),
    ({ n, items, 'correct before': before, 'margin in points': points, moved: checks }) => ({
      verdicts: checks.map((check) => {
        const suite = (role: 'target' | 'ood') => {
          const [affected, by] = check[role];
          return suiteOf(
            [
              ...repeated(affected, `${role} moved`, solved(before, n), solved(before + by, n)),
              ...repeated(items - affected, `${role} still`, solved(before, n), solved(before, n)),
            ],
            { name: role, role },
          );
        };
        return decide({
          suites: [suite('target'), suite('ood')],
          unexpected: [],
          policy: policyOf(points, ['accuracy', 'ood']),
        }).decision.status;
      }),
    }),
  ),

  floor: example(
    z.strictObject({
      items: count,
      n: count,
      'margin in points': z.number(),
      'items that both solve': counts,
    }),
    ({ items, n, 'margin in points': points, 'items that both solve': all }) => ({
      states: all.map((both) => {
        const suite = suiteOf(
          [
            ...repeated(both, 'solved', solved(n, n), solved(n, n)),
            ...repeated(items - both, 'unsolved', solved(0, n), solved(0, n)),
          ],
          { role: 'ood' },
        );
        const policy = policyOf(points, ['ood']);
        const { decision } = decide({ suites: [suite], unexpected: [], policy });
        return decision.family[0]?.state?.kind;
      }),
    }),
  ),

  'format-drift': example(
    z.strictObject({
      items: count,
      n: count,
      'margin in points': z.number(),
      old: writtenSide,
      new: writtenSide,
    }),
    ({ items, n, 'margin in points': points, old, new: candidate }) => {
      const { decision, validity } = decide({
        suites: [
          suiteOf(repeated(items, 'item', bothGrades(old, n), bothGrades(candidate, n))),
          suiteOf(repeated(items, 'other', solved(n / 2, n), solved(n / 2, n)), {
            name: 'other',
            role: 'ood',
          }),
        ],
        unexpected: [],
        policy: policyOf(points, ['accuracy', 'ood']),
      });
      const drift = validity.invalid.find((finding) => finding.cause === 'format-drift');
      return {
        'verdict of the numbers': decision.status,
        strict: drift?.strict.delta,
        lenient: drift?.lenient.delta,
        drift: drift?.drift.delta,
        interval: drift?.drift.interval,
        'invalid because': validity.invalid.map(({ cause }) => cause),
      };
    },
  ),

  lenient: example(z.strictObject({ ...writtenSide.shape, n: count }), ({ n, ...side }) => {
    const suite = suiteOf([itemOf('item', bothGrades(side, n), bothGrades(side, n))]);
    const strict = measureSuite(suite);
    return { strict: oldOf(strict.accuracy), lenient: oldOf(lenientMeasures(strict)?.accuracy) };
  }),

  'failed-samples': example(
    z.strictObject({ items: count, n: count, 'items with a failed sample': counts }),
    ({ items, n, 'items with a failed sample': all }) => ({
      'invalid because': all.map((failing) => {
        const right = solved(n / 2, n);
        const { validity } = decide({
          suites: [
            suiteOf([
              ...repeated(failing, 'failed', right, [...right.slice(0, -1), 'failed']),
              ...repeated(items - failing, 'whole', right, right),
            ]),
          ],
          unexpected: [],
          policy: policyOf(2, ['accuracy', 'coverage']),
        });
        return validity.invalid.map(({ cause }) => cause);
      }),
    }),
  ),

  unparseable: example(
    z.strictObject({
      items: count,
      n: count,
      'old correct': count,
      'new correct': count,
      'new unparseable': count,
      'margin in points': z.number(),
    }),
    ({ items, n, 'margin in points': points, ...written }) => {
      const candidate: Written[] = [
        ...Array.from({ length: written['new unparseable'] }, (): Written => 'unparseable'),
        ...solved(written['new correct'], n - written['new unparseable']),
      ];
      const { decision, validity } = decide({
        suites: [suiteOf(repeated(items, 'item', solved(written['old correct'], n), candidate))],
        unexpected: [],
        policy: policyOf(points, ['accuracy', 'coverage']),
      });
      return {
        'verdict of the numbers': decision.status,
        'invalid because': validity.invalid.map(({ cause }) => cause),
      };
    },
  ),
};
