import * as numbers from './sentences/numbers.ts';
import type { MeasureResult, SuiteResult } from './result.ts';

/**
 * For each suite whose K was lowered because samples failed (method.md, section "Coverage"): the planned K, the actual K,
 * and whether coverage gates at the actual K.
 */
export function loweredKs(
  suites: readonly SuiteResult[],
  measures: readonly Pick<MeasureResult, 'suite' | 'gates' | 'dimension' | 'name'>[],
): readonly string[] {
  return suites.flatMap(({ name: suite, k, samples_per_item: n, outcomes, samples }) => {
    if (2 * k > n) return [];
    const failed = outcomes.old.failed + outcomes.new.failed;
    const asked = samples.old + samples.new + failed;
    const at = `pass@${k}`;
    const isJudged = measures.some(
      (measure) =>
        measure.gates && measure.suite === suite && measure.dimension === 'coverage' && measure.name === at,
    );
    return [
      `On ${suite}, ${numbers.count(failed)} of ${numbers.counted(asked, 'sample')} failed. pass@k is therefore measured only up to K = ${numbers.count(k)}, the largest power of two that is at most 0.9 · n, instead of K = ${numbers.count(2 ** Math.floor(Math.log2(n)))}.${isJudged ? ` The coverage guardrail is ${at}.` : ''}`,
    ];
  });
}
