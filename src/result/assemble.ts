import type { SuiteDescription } from '../measures/describe-suite.ts';
import type { SuiteMeasures } from '../measures/measure-suite.ts';
import type { SuiteSamples } from '../measures/samples.ts';
import type { Policy } from '../config/policy.ts';
import type { Validity } from '../verdict/validity/validity.ts';
import type { Decision } from '../verdict/verdict.ts';
import type { Waived } from '../verdict/waivers.ts';
import { type Exclusion, exclusionSentence } from './exclusions.ts';
import { loweredKs } from './lowered-k.ts';
import { measureResults } from './measure-results.ts';
import type { Result } from './result.ts';
import { findingSentence } from './sentences/finding-sentences.ts';
import { comparedHeadline } from './sentences/headlines.ts';
import { reasonsOf } from './sentences/guardrail-sentences.ts';
import { suiteResult } from './suite-results.ts';
import { idleSentence } from './sentences/waiver-sentences.ts';

/** The parts from which a result is assembled. */
export interface Findings {
  readonly old: Result['old'];
  readonly new: Result['new'];
  readonly suites: readonly {
    readonly samples: SuiteSamples;
    readonly measures: SuiteMeasures;
    readonly description: SuiteDescription;
  }[];
  readonly decision: Decision;
  readonly validity: Validity;
  readonly policy: Policy;
  readonly waived: Waived;
  /** Items that were excluded before anything was sampled. */
  readonly exclusions: readonly Exclusion[];
  /** Informational notes in complete sentences; they do not affect the verdict. */
  readonly notes: readonly string[];
  readonly cost: Result['cost'];
  readonly provenance: Result['provenance'];
}

/** Assembles a check's result. The numbers are not rounded, and the sentences are final. */
export function assembleResult({
  old,
  new: candidate,
  suites,
  decision,
  validity,
  policy,
  waived,
  exclusions,
  notes,
  cost,
  provenance,
}: Findings): Result {
  const status = validity.invalid.length > 0 ? 'invalid' : decision.status;
  const measures = measureResults(suites, decision, waived);
  const suiteResults = suites.map((suite) =>
    suiteResult({
      ...suite,
      target: decision.target?.member.parts,
      excluded: exclusions.find((each) => each.suite === suite.samples.name)?.items,
    }),
  );
  const versions = { old: old.version, new: candidate.version };
  const fails = policy.failOn.includes(status);
  const excused = fails && status !== 'invalid' && waived.excuses;
  return {
    schema: 2,
    old,
    new: candidate,
    verdict: {
      status,
      headline: comparedHeadline({
        status: decision.status,
        findings: validity.invalid,
        measures,
        target: measures[decision.family.findIndex(({ member }) => member.pooledTarget)],
        hasRisen: hasRisen(decision),
        versions,
      }),
      reasons: reasonsOf(measures, validity.invalid),
      passed: !fails || excused,
      ...(excused ? { waived: true } : {}),
    },
    warnings: [
      ...exclusions.map(exclusionSentence),
      ...notes,
      ...loweredKs(suiteResults, measures),
      ...waived.idle.map((idle) => idleSentence(idle, versions)),
      ...validity.warnings.map(findingSentence),
    ],
    measures,
    suites: suiteResults,
    cost,
    provenance,
  };
}

/** Whether the target is shown to have risen at all, even by less than the policy's minimum gain. */
function hasRisen({ gain, target }: Decision): boolean {
  return gain || (target?.state?.kind === 'kept' && (target.estimate?.bounds[0] ?? 0) > 0);
}
