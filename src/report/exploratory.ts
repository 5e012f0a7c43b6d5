import type { Look } from '../sampling/look-file.ts';
import type { Policy } from '../verdict/policy.ts';
import * as numbers from './numbers.ts';
import type { Result } from './result.ts';
import { headlineAfterName, VERDICT_WORDS } from './verdict-words.ts';

/**
 * A result on other data than the pair was judged on first: the first verdict stands, whatever the new data say, and they are
 * told as exploratory (method.md, section 4). Waivers excuse what they were set against, a loss in the data that decide: where
 * that is not judged, they excuse nothing. A measurement that cannot be trusted stays invalid, as it is no look.
 *
 * @param first the look that decides; undefined where this result is of its data.
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
      headline: `This pair of checkpoints was judged before, on ${numbers.counted(n, 'sample')} of each item (${time.slice(0, 10)}), and that verdict stands. The data of this run would say: ${VERDICT_WORDS[status]}. ${headlineAfterName(status, headline)}`,
      reasons,
      passed: !failOn.includes(verdict),
      exploratory: { verdict: status, after: { n, time } },
    },
  };
}
