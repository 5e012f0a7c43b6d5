import type { Role } from '../../src/evalset/suite.ts';
import type { Measure, Measurement } from '../../src/measures/measurement.ts';
import type { SuiteMeasures } from '../../src/measures/measure-suite.ts';
import { measureSuite } from '../../src/measures/measure-suite.ts';
import type { GuardrailName, Margin, Policy } from '../../src/config/policy.ts';
import { suiteOf } from './samples.ts';

export type Measured = Extract<Measurement, { kind: 'measured' }>;

export const UNMEASURABLE: Measurement = { kind: 'unmeasurable', reason: 'nothing could be measured' };
export const NOT_APPLICABLE: Measurement = { kind: 'not-applicable', reason: 'there is nothing to lose' };

/** A measurement with these differences; by default each item is its own cluster. */
export function differences(
  values: readonly number[],
  {
    old = 0.5,
    cluster = (place) => `c${place}`,
    largestValue = 1,
    reach = 1,
  }: {
    readonly old?: number;
    readonly cluster?: (place: number) => string;
    readonly largestValue?: number;
    readonly reach?: number;
  } = {},
): Measured {
  const items = values.map((value, place) => ({
    id: `i${place}`,
    cluster: cluster(place),
    old,
    new: old + value,
  }));
  return { kind: 'measured', items, largestValue, reach };
}

/** The same difference on every item. */
export function everywhere(value: number, count: number, rest?: Parameters<typeof differences>[1]): Measured {
  return differences(Array.from<number>({ length: count }).fill(value), rest);
}

/** Half of the items up by `spread` and half down, so that the mean difference is `value`. `count` is even. */
export function noisy(
  value: number,
  spread: number,
  count: number,
  rest?: Parameters<typeof differences>[1],
): Measured {
  return differences(
    Array.from({ length: count }, (_, place) => value + (place % 2 === 0 ? spread : -spread)),
    rest,
  );
}

type Constructed = Partial<
  Record<'accuracy' | 'coverage' | 'syntactic' | 'logical' | 'reach' | 'hardestGroup', Measurement>
>;

/** A suite with these measures; by default diversity does not apply and there are no groups. */
export function suiteWith(
  measurements: Constructed,
  { name = 'suite', role = 'target' }: { readonly name?: string; readonly role?: Role } = {},
): SuiteMeasures {
  const measure = (
    dimension: Measure['dimension'],
    label: string,
    measurement: Measurement,
    unit: Measure['unit'] = 'probability',
  ): Measure => ({ suite: name, role, dimension, name: label, unit, measurement });
  const { accuracy, coverage, syntactic, logical, reach, hardestGroup } = measurements;
  return {
    ...measureSuite(suiteOf([], { name, role })),
    accuracy: accuracy && measure(role === 'ood' ? 'generalization' : 'accuracy', 'pass@1', accuracy),
    coverage: coverage && measure('coverage', 'pass@16', coverage),
    syntactic: syntactic && measure('diversity', 'syntactic', syntactic, 'dissimilarity'),
    logical: measure('diversity', 'logical', logical ?? NOT_APPLICABLE, 'dissimilarity'),
    reach: measure('diversity', 'reach@16', reach ?? NOT_APPLICABLE, 'ways'),
    hardestGroup: hardestGroup && measure('generalization', 'hardest group', hardestGroup),
  };
}

const DEFAULTS: Readonly<Record<GuardrailName, Margin>> = {
  accuracy: { kind: 'points', fraction: 0.02 },
  coverage: { kind: 'points', fraction: 0.02 },
  diversity: { kind: 'relative', fraction: 0.1 },
  'hardest-group': { kind: 'points', fraction: 0.02 },
  ood: { kind: 'points', fraction: 0.02 },
};

export const points = (fraction: number): Margin => ({ kind: 'points', fraction });
export const relative = (fraction: number): Margin => ({ kind: 'relative', fraction });

/** The default policy with these margins instead. */
export function policyWith(
  margins: Partial<Record<GuardrailName, Margin | 'off'>> = {},
  rest: Partial<Omit<Policy, 'guardrails'>> = {},
): Policy {
  const guardrail = (name: GuardrailName): Policy['guardrails'][GuardrailName] => {
    const margin = margins[name] ?? DEFAULTS[name];
    return margin === 'off' ? 'off' : { margin };
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
    ...rest,
  };
}

export const ALL_OFF = {
  accuracy: 'off',
  coverage: 'off',
  diversity: 'off',
  'hardest-group': 'off',
  ood: 'off',
} as const satisfies Record<GuardrailName, 'off'>;
