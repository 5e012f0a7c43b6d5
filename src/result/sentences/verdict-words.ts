import type { VerdictStatus } from '../../config/policy.ts';
import type { Result } from '../result.ts';
import { waivedReasons } from './waiver-sentences.ts';

/** The display name of each verdict. */
export const VERDICT_WORDS: Readonly<Record<VerdictStatus, string>> = {
  progress: 'Progress',
  unchanged: 'Unchanged',
  reversal: 'Self-improvement reversal',
  regression: 'Regression',
  inconclusive: 'Inconclusive',
  invalid: 'Invalid measurement',
  skipped: 'Skipped',
};

/** The kind of Markdown alert for each verdict. */
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
 * The verdict's name. If the check passes only because of waivers, it includes their reasons: `Regression
 * (waived: …)`. `harmless` neutralises the reasons for the output format. If an earlier look decides, the
 * name says so.
 */
export const verdictName = (
  { verdict: { status, waived, exploratory }, measures }: Pick<Result, 'verdict' | 'measures'>,
  harmless: (text: string) => string,
): string => {
  const waivers = measures.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver]));
  if (exploratory !== undefined) return `Exploratory: the first verdict stands, ${VERDICT_WORDS[status]}`;
  return `${VERDICT_WORDS[status]}${waived === true ? ` (${harmless(waivedReasons(waivers))})` : ''}`;
};

/** Whether the verdict alone says too little, so that its reasons are shown unfolded. */
export const explainsItself = (status: VerdictStatus): boolean =>
  status === 'invalid' || status === 'inconclusive' || status === 'skipped';

/** The headline without the verdict's name, if it begins with it: callers show the name separately. */
export const headlineAfterName = (status: VerdictStatus, headline: string): string => {
  const name = VERDICT_WORDS[status];
  const begins = headline.toLowerCase().startsWith(name.toLowerCase());
  const rest = headline.slice(name.length);
  return begins && !/^\w/u.test(rest) ? rest.replace(/^[.:,;\s—–-]+/u, '') : headline;
};
