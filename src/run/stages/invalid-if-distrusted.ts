import { FailedKnownAnswer } from '../../grading/known-answers/known-answer.ts';
import type { Result } from '../../result/result.ts';
import { unmeasuredResult } from '../../result/unmeasured.ts';
import { ENGINE_VERSION } from '../../version.ts';
import type { Checked } from './conclude.ts';
import type { Plan } from './plan.ts';

/**
 * Returns the result of `work`. If a grader fails a known answer, returns an `invalid` result that reports this case
 * instead, because nothing could be measured (method.md, section "Validity").
 */
export async function invalidIfDistrusted(
  { config, configHash }: Plan,
  work: () => Promise<Checked>,
  about: Pick<Result, 'old' | 'new'> & {
    readonly lock: string | undefined;
    readonly cost: () => Result['cost'];
  },
): Promise<Checked> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FailedKnownAnswer)) throw error;
    const { where = 'a grader', what, fix } = error;
    const result = unmeasuredResult({
      why: { cause: 'failed-known-answer' },
      versions: { old: about.old.version, new: about.new.version },
      reasons: [`${where}: ${what}.`, fix],
      failOn: config.policy.failOn,
      engine: ENGINE_VERSION,
      ...(configHash !== '' && { config: configHash }),
    });
    const { old, new: candidate, lock, cost } = about;
    const provenance = { ...result.provenance, ...(lock !== undefined && { lock_hash: lock }) };
    return { result: { ...result, old, new: candidate, cost: cost(), provenance }, graded: [] };
  }
}
