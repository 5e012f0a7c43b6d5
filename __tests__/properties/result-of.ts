import { decide } from '../../src/run/stages/decide.ts';
import { describeSuite } from '../../src/measures/describe-suite.ts';
import type { SuiteSamples } from '../../src/measures/samples.ts';
import { assembleResult } from '../../src/result/assemble.ts';
import type { MeasureResult, Result } from '../../src/result/result.ts';
import { NOTHING_WAIVED } from '../../src/verdict/waivers.ts';
import type { Policy } from '../../src/config/policy.ts';
import { policyWith } from '../support/constructed-measures.ts';

/** The whole pure part: from graded samples to a result. */
export function resultOf(suites: readonly SuiteSamples[], policy: Policy = policyWith()): Result {
  const { measures, decision, validity } = decide({ suites, unexpected: [], policy });
  return assembleResult({
    old: { version: 'v1', model: 'm-v1' },
    new: { version: 'v2', model: 'm-v2' },
    suites: suites.map((samples, place) => {
      const measured = measures[place];
      if (measured === undefined) throw new Error(`suite ${samples.name} was not measured`);
      return { samples, measures: measured, description: describeSuite(measured) };
    }),
    decision,
    validity,
    policy,
    waived: NOTHING_WAIVED,
    exclusions: [],
    notes: [],
    cost: {},
    provenance: { engine: '0', sampling: {}, graders: {} },
  });
}

/** The measures of a result, by id. */
export function measuresOf({ measures }: Result): Map<string, MeasureResult> {
  return new Map(measures.map((measure) => [measure.id, measure]));
}
