import type { Draws } from '../../servers/resolve-checkpoints.ts';
import { lostUnwaivedIn } from '../../result/lost-guardrails.ts';
import { isTrusted, nightlyResult } from '../../result/nightly.ts';
import type { Policy } from '../../config/policy.ts';
import { suspicions } from '../../verdict/nightly.ts';
import type { Checked } from '../stages/conclude.ts';

/**
 * Runs a nightly check. The candidate is sampled again every night, and the baseline's samples are reused. If a
 * guardrail is lost and has no active alarm, it gets a second look in the same run, with new samples from both sides.
 * This settles the question in one night, so suspected losses need not be stored. A waived loss does not get a second
 * look. A night's samples are stored under its date, so a second run on the same day reuses them.
 */
export async function checkNightly({
  look,
  date,
  alarmed,
  failOn,
}: {
  /** Runs the check on the samples of these draws. */
  readonly look: (draws: Draws) => Promise<Checked>;
  /** The date of the run, such as 2026-11-22. */
  readonly date: string;
  /** The guardrails with an active alarm: they were lost on an earlier night and have not been kept since. */
  readonly alarmed: readonly string[];
  readonly failOn: Policy['failOn'];
}): Promise<{ readonly checked: Checked; readonly alarmed: readonly string[] }> {
  const tonight = await look({ new: date });
  const isSuspicious =
    isTrusted(tonight.result) && suspicions(lostUnwaivedIn(tonight.result), alarmed).length > 0;
  const again = isSuspicious
    ? await look({ old: `${date} again, old`, new: `${date} again, new` })
    : undefined;
  const night = nightlyResult({ tonight: tonight.result, again: again?.result, alarmed, failOn });
  return { checked: { ...tonight, result: night.result }, alarmed: night.alarmed };
}
