import type { Look } from '../store/look-file.ts';
import type { Policy } from '../config/policy.ts';
import { exploratoryHeadline } from './sentences/headlines.ts';
import type { Result } from './result.ts';

/**
 * Marks a result as exploratory if its data differ from those of the pair's first look: the first verdict remains in
 * force, whatever the new data show (method.md, section "Checking the same checkpoints again"). Waivers apply only to
 * losses in the first look's data, so they have no effect here. A measurement that cannot be trusted stays invalid,
 * because it does not count as a look.
 *
 * @param first the look that determines the verdict; undefined if this result is based on that look's data.
 */
export function exploratoryResult(
  result: Result,
  first: Look | undefined,
  { failOn }: Pick<Policy, 'failOn'>,
): Result {
  const { status, headline, reasons } = result.verdict;
  if (first === undefined || status === 'invalid' || status === 'skipped') return result;
  const { verdict, n, time } = first;
  return {
    ...result,
    verdict: {
      status: verdict,
      headline: exploratoryHeadline(status, { n, time }),
      reasons: [`This run alone: ${headline}`, ...reasons],
      passed: !failOn.includes(verdict),
      exploratory: { status, first: { samples_per_item: n, time } },
    },
  };
}
