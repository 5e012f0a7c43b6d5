import type { VerdictStatus } from '../../config/policy.ts';
import type { Result } from '../result.ts';

/** Each verdict's display name. */
export const VERDICT_WORDS: Readonly<Record<VerdictStatus, string>> = {
  progress: 'Progress',
  unchanged: 'Unchanged',
  reversal: 'Self-improvement reversal',
  regression: 'Regression',
  inconclusive: 'Inconclusive',
  invalid: 'Invalid measurement',
  skipped: 'Skipped',
};

/** Each verdict's kind of Markdown alert. */
export const VERDICT_ALERTS: Readonly<Record<VerdictStatus, 'CAUTION' | 'WARNING' | 'TIP' | 'NOTE'>> = {
  progress: 'TIP',
  unchanged: 'NOTE',
  reversal: 'CAUTION',
  regression: 'CAUTION',
  inconclusive: 'WARNING',
  invalid: 'CAUTION',
  skipped: 'NOTE',
};

/**
 * The verdict's name, including whether the check passes only because of waivers and whether an earlier look determined
 * the verdict.
 */
export const verdictName = ({
  verdict: { status, waived, exploratory },
}: Pick<Result, 'verdict'>): string => {
  const name = VERDICT_WORDS[status];
  if (exploratory !== undefined) return `Exploratory; the first verdict counts: ${name}`;
  return waived === true ? `${name} (waived)` : name;
};

/** Whether the headline needs the reasons, which are then shown unfolded. */
export const needsReasons = ({ status, waived, exploratory }: Result['verdict']): boolean =>
  ['invalid', 'inconclusive', 'skipped'].includes(status) || waived === true || exploratory !== undefined;

/** The headline without the verdict's name, if it starts with that name: callers show the name separately. */
export const headlineAfterName = (status: VerdictStatus, headline: string): string => {
  const name = VERDICT_WORDS[status];
  const begins = headline.toLowerCase().startsWith(name.toLowerCase());
  const rest = headline.slice(name.length);
  return begins && !/^\w/u.test(rest) ? rest.replace(/^[.:,;\s—–-]+/u, '') : headline;
};
