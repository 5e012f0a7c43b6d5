import type { VerdictStatus } from '../verdict/policy.ts';
import type { Result } from './result.ts';
import { waivedReasons } from './waiver-sentences.ts';

/** How each verdict is called in front of a reader. */
export const VERDICT_WORDS: Readonly<Record<VerdictStatus, string>> = {
  progress: 'Progress',
  unchanged: 'Unchanged',
  reversal: 'Self-improvement reversal',
  regression: 'Regression',
  inconclusive: 'Inconclusive',
  invalid: 'Invalid measurement',
  skipped: 'Skipped',
};

/** The kind of Markdown alert that a verdict stands in. */
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
 * The verdict's name; where the check passes only by waivers, with their reasons: `Regression (waived: …)`. `harmless` makes
 * the reasons fit for where they are shown. Where an earlier look decides, that it does.
 */
export const verdictName = (
  { verdict: { status, waived, exploratory }, measures }: Pick<Result, 'verdict' | 'measures'>,
  harmless: (text: string) => string,
): string => {
  const waivers = measures.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]));
  if (exploratory !== undefined) return `Exploratory: the first verdict stands, ${VERDICT_WORDS[status]}`;
  return `${VERDICT_WORDS[status]}${waived === true ? ` (${harmless(waivedReasons(waivers))})` : ''}`;
};

/** Whether the verdict alone says too little, so that its reasons stand unfolded. */
export const explainsItself = (status: VerdictStatus): boolean =>
  status === 'invalid' || status === 'inconclusive' || status === 'skipped';

/** The headline without the verdict's name, should it begin with it: the name is set apart by who shows it. */
export const headlineAfterName = (status: VerdictStatus, headline: string): string => {
  const name = VERDICT_WORDS[status];
  const begins = headline.toLowerCase().startsWith(name.toLowerCase());
  const rest = headline.slice(name.length);
  return begins && !/^\w/u.test(rest) ? rest.replace(/^[.:,;\s—–-]+/u, '') : headline;
};
