import type { Policy } from '../config/policy.ts';
import type { Result } from './result.ts';

/** The result of a check that measured nothing: no version changed, or it could not be measured here. */
export function unmeasuredResult({
  status,
  versions,
  headline,
  reasons,
  failOn,
  engine,
  config,
}: {
  readonly status: 'skipped' | 'invalid';
  readonly versions: { readonly old: string; readonly new: string };
  /** One whole sentence. */
  readonly headline: string;
  /** Whole sentences. */
  readonly reasons: readonly string[];
  readonly failOn: Policy['failOn'];
  /** The version of reversal-check. */
  readonly engine: string;
  /** The configuration's hash; absent if no configuration was read. */
  readonly config?: string;
}): Result {
  return {
    schema: 2,
    old: { version: versions.old },
    new: { version: versions.new },
    verdict: { status, headline, reasons: [...reasons], passed: !failOn.includes(status) },
    warnings: [],
    measures: [],
    suites: [],
    cost: {},
    provenance: { engine, ...(config !== undefined && { config_hash: config }), sampling: {}, graders: {} },
  };
}
