import type { Policy } from '../config/policy.ts';
import { type Unmeasured, unmeasuredHeadline } from './sentences/headlines.ts';
import type { Result } from './result.ts';

/** The verdict for each cause. Only a changed version that was not measured makes the result invalid. */
const STATUS = {
  'nothing-left': 'skipped',
  'version-unchanged': 'skipped',
  'nothing-before': 'skipped',
  'first-adoption': 'skipped',
  'not-measurable': 'invalid',
  'failed-known-answer': 'invalid',
} as const satisfies Record<Unmeasured['cause'], 'skipped' | 'invalid'>;

/**
 * Returns the result for a check that measured nothing, because no version changed or the change could not be measured
 * here.
 */
export function unmeasuredResult({
  why,
  versions,
  reasons,
  failOn,
  engine,
  config,
}: {
  readonly why: Unmeasured;
  readonly versions: { readonly old: string; readonly new: string };
  /** The reasons for the verdict, in complete sentences. */
  readonly reasons: readonly string[];
  readonly failOn: Policy['failOn'];
  /** This program's version. */
  readonly engine: string;
  /** The configuration's hash; absent if no configuration was read. */
  readonly config?: string;
}): Result {
  const status = STATUS[why.cause];
  return {
    schema: 2,
    old: { version: versions.old },
    new: { version: versions.new },
    verdict: {
      status,
      headline: unmeasuredHeadline(why),
      reasons: [...reasons],
      passed: !failOn.includes(status),
    },
    warnings: [],
    measures: [],
    suites: [],
    cost: {},
    provenance: { engine, ...(config !== undefined && { config_hash: config }), sampling: {}, graders: {} },
  };
}
