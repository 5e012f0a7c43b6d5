import type { Measure } from '../measures/measurement.ts';

/** What pooled suites are called where a suite's name is expected. */
const POOLED = 'all targets';

/** A measure's name within its suite: `coverage/pass@32`. */
export const measureName = ({ dimension, name }: Pick<Measure, 'dimension' | 'name'>): string =>
  `${dimension}/${name}`;

/** A measure's suite as it stands in an id; `all targets` where suites are pooled. */
export const suiteName = ({ suite }: Pick<Measure, 'suite'>): string => suite ?? POOLED;

/** A measure's name in a result, unique there: `gsm8k/coverage/pass@32`. */
export const measureId = (measure: Pick<Measure, 'suite' | 'dimension' | 'name'>): string =>
  `${suiteName(measure)}/${measureName(measure)}`;

/**
 * What a guardrail is called from run to run, of a measure's id: `gsm8k/coverage/pass` of `gsm8k/coverage/pass@32`. The k at
 * which coverage is judged falls where samples failed (method.md, section 1), which does not make it another guardrail.
 */
export const guardrailOf = (id: string): string => id.replace(/(\/coverage\/pass)@\d+$/u, '$1');
