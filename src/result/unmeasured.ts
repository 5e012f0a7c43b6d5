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
  /** The configuration's hash; empty if no configuration was read. */
  readonly config: string;
}): Result {
  return {
    schema: 1,
    old: { version: versions.old, model: '' },
    new: { version: versions.new, model: '' },
    verdict: { status, headline, reasons: [...reasons], passed: !failOn.includes(status) },
    warnings: [],
    measures: [],
    suites: [],
    cost: { requests: 0, prompt_tokens: 0, completion_tokens: 0, cached: 0 },
    provenance: { engine, config, lock: null, sampling: {}, graders: {}, reproduce: '' },
  };
}
